"""The data folder: made for one user only, and served by one process at a time."""

import errno
import sys
from pathlib import Path
from typing import IO

from server.errors import Refused
from server.texts import gettext as _

if sys.platform != "win32":
    import fcntl

LOCK = "serving.lock"
EXPORTS = "exports"
"""Where finished PDFs are kept below the data folder; nothing worth a backup."""


def make_folder(folder: Path) -> None:
    """Make a data folder that only its owner may read; leave one that is there.

    Raises
    ------
    Refused
        When it cannot be made, or is a file.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / LOCK).touch(mode=0o600)
    except OSError as error:
        raise refusal_of(error, folder) from error


def lock_folder(folder: Path) -> IO[bytes]:
    """Return a file whose being open keeps a second server off the same data.

    Two processes would each hold every plan in memory and overwrite one another's order of edits.
    The system frees the lock when the process ends, however it ends.

    Raises
    ------
    Refused
        When another process serves this folder.
    """
    try:
        held = (folder / LOCK).open("ab")
        if sys.platform != "win32":
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        held.close()
        raise Refused("folder_in_use") from None
    except OSError as error:
        raise refusal_of(error, folder) from error
    return held


def refusal_of(error: OSError, path: Path) -> Refused:
    """Return what an error of the file system means to people."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Refused("storage_full", _("The disk that holds {path} is full", path=path))
    return Refused("storage_denied", _("{path} cannot be used: {why}", path=path, why=error.strerror))
