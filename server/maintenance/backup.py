"""A backup: one ZIP file with the whole database as SQLite, and what it is and sums up to.

Its content does not depend on the database it was made from: what was backed up from PostgreSQL can
be restored into SQLite, and the other way round.
"""

import contextlib
import datetime as dt
import hashlib
import json
import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import func, select

from server.errors import Refused
from server.store.copying import copy_database
from server.store.database import FILE, Database
from server.store.folder import refusal_of
from server.store.migrate import revision_of
from server.store.models import Account, Plan
from server.texts import gettext as _

FORMAT = 1
MANIFEST = "manifest.json"
CHUNK = 1 << 20

# The last is said of a file that somebody has put under a password.
UNREADABLE = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, EOFError, RuntimeError)


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself: `sha256` and `bytes` are those of the database in it."""

    format: int
    tavolo: str
    revision: str
    made_at: str
    accounts: int
    plans: int
    bytes: int
    sha256: str


def write_backup(database: Database, file: Path, now: dt.datetime) -> Manifest:
    """Write the whole database, as it is at one moment, to a file that is not there yet.

    People may edit meanwhile. The file appears under its name only when it is complete.

    Raises
    ------
    Refused
        `file_exists`, or a failure of the database or of the disk.
    """
    if file.exists():
        raise Refused("file_exists", _("{path} is there already", path=file))
    try:
        with tempfile.TemporaryDirectory(dir=file.parent, prefix=".backup-") as folder:
            copy, packed = Path(folder) / FILE, Path(folder) / "packed"
            copy_database(database, copy)
            manifest = _describe(copy, now)
            _pack(packed, copy, manifest)
            # Unlike a rename, a link never writes over a file that has come up since.
            os.link(packed, file)
    except FileExistsError:
        raise Refused("file_exists", _("{path} is there already", path=file)) from None
    except OSError as error:
        raise refusal_of(error, file) from error
    return manifest


@contextlib.contextmanager
def unpacked(file: Path, folder: Path) -> Iterator[tuple[Path, Manifest]]:
    """Give the database in a backup as a file in `folder`, proven to be what was backed up.

    Raises
    ------
    Refused
        `unreadable_backup` when it is none, is of a later version, or is damaged.
    """
    with tempfile.TemporaryDirectory(dir=folder, prefix=".restore-") as place:
        copy = Path(place) / FILE
        try:
            with zipfile.ZipFile(file) as pack:
                manifest = _read_manifest(pack)
                with pack.open(FILE) as source, copy.open("wb") as target:
                    while chunk := source.read(CHUNK):
                        target.write(chunk)
        except UNREADABLE as error:
            raise Refused("unreadable_backup", _("{path} is no backup, or is damaged", path=file)) from error
        except OSError as error:
            raise refusal_of(error, file) from error
        if digest_of(copy) != manifest.sha256:
            raise Refused("unreadable_backup", _("{path} is damaged: its checksum is wrong", path=file))
        yield copy, manifest


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _describe(copy: Path, now: dt.datetime) -> Manifest:
    database = Database(f"sqlite:///{copy}")
    try:
        with database.session() as session:
            accounts = session.scalar(select(func.count()).select_from(Account)) or 0
            plans = session.scalar(select(func.count()).select_from(Plan)) or 0
        with database.engine.connect() as connection:
            revision = revision_of(connection) or ""
            # One file: what SQLite keeps beside it would be missing from the pack.
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
    finally:
        database.close()
    made_at = now.isoformat(timespec="seconds") + "Z"
    size, digest = copy.stat().st_size, digest_of(copy)
    return Manifest(FORMAT, version("tavolo"), revision, made_at, accounts, plans, size, digest)


def _pack(target: Path, copy: Path, manifest: Manifest) -> None:
    with target.open("xb") as opened:
        os.fchmod(opened.fileno(), 0o600)
        with zipfile.ZipFile(opened, "w", zipfile.ZIP_DEFLATED) as pack:
            pack.writestr(MANIFEST, json.dumps(asdict(manifest), indent=2) + "\n")
            pack.write(copy, FILE)
        opened.flush()
        os.fsync(opened.fileno())


def _read_manifest(pack: zipfile.ZipFile) -> Manifest:
    said = json.loads(pack.read(MANIFEST))
    if not isinstance(said, dict):
        raise ValueError("The manifest is no object.")
    if said.get("format") != FORMAT:
        raise Refused(
            "unreadable_backup", _("Tavolo {version} made this backup", version=said.get("tavolo", "?"))
        )
    return Manifest(**said)
