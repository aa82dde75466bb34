"""A thread of its own that works for greenlets, one piece of work after another.

It is a thread of the system, even where gevent has patched `threading`: what it waits for, nobody
else waits for. An answer comes back through the event loop, so no greenlet has to live until then.
"""

import sys

# The library's own: gevent replaces the one in `queue` by its own for greenlets.
from _queue import SimpleQueue
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from gevent import get_hub
from gevent.event import AsyncResult
from gevent.monkey import get_original

Answer = TypeVar("Answer")

Work = Callable[[], Any]
Then = Callable[[Any, BaseException | None], None]
"""Called in the event loop with an answer or an error; it must not wait."""


class Scribe:
    """Works for the greenlets of the hub in which it is made."""

    def __init__(self) -> None:
        self._asked: SimpleQueue[tuple[Work, Then] | None] = SimpleQueue()
        self._answered: deque[tuple[Then, Any, BaseException | None]] = deque()
        # Only `send` may be called from another thread.
        self._bell = get_hub().loop.async_()
        self._bell.start(self._hand_over)
        get_original("_thread", "start_new_thread")(self._work, ())

    def ask(self, work: Work, then: Then) -> None:
        """Have something done, and go on at once."""
        self._asked.put((work, then))

    def do(self, work: Callable[[], Answer]) -> Answer:
        """Have something done, and return its answer or raise its error."""
        waiting: AsyncResult[Answer] = AsyncResult()

        def then(answer: Answer, problem: BaseException | None) -> None:
            if problem is None:
                waiting.set(answer)
            else:
                waiting.set_exception(problem)

        self.ask(work, then)
        answer: Answer = waiting.get()
        return answer

    def end(self) -> None:
        """End the thread when everything is done that it was asked before."""
        self.do(lambda: None)
        self._asked.put(None)
        self._bell.stop()
        self._bell.close()

    def _work(self) -> None:
        while (asked := self._asked.get()) is not None:
            work, then = asked
            answer = problem = None
            try:
                answer = work()
            except BaseException as raised:
                problem = raised
            self._answered.append((then, answer, problem))
            self._bell.send()

    def _hand_over(self) -> None:
        # One ring may stand for several answers.
        while self._answered:
            then, answer, problem = self._answered.popleft()
            try:
                then(answer, problem)
            except BaseException:
                get_hub().handle_error(then, *sys.exc_info())
