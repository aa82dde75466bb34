"""Work that would stop everybody: done in a thread while the event loop goes on."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from gevent import monkey

Answer = TypeVar("Answer")


def off_loop(work: Callable[[], Answer]) -> Answer:
    """Return what `work` returns; in a thread when gevent runs this process, directly when not.

    `work` must release the interpreter's lock while it computes, as Argon2 and Pillow do.
    """
    if not monkey.is_module_patched("socket"):
        return work()
    answer: Answer = _threads().apply(work)
    return answer


@cache
def _threads() -> Any:
    # One thread of its own: somebody who tries passwords all day keeps one core busy and no more.
    from gevent.threadpool import ThreadPool

    return ThreadPool(1)
