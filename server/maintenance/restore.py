"""Puts a backup in the place of an installation's data; what was there is backed up before."""

import datetime as dt
import os
import shutil
from pathlib import Path

from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from config.settings import Settings
from server.errors import Refused
from server.maintenance.backup import Manifest, unpacked, write_backup
from server.store.copying import copy_rows, is_empty
from server.store.database import FILE, Database, open_database
from server.store.folder import EXPORTS, lock_folder, make_folder, refusal_of
from server.store.migrate import migrate, require_known_revision
from server.store.models import Plan
from server.texts import gettext as _
from server.usecases.secrets import new_id


def restore_backup(
    settings: Settings, file: Path, now: dt.datetime, *, replace: bool = False
) -> tuple[Manifest, Path | None]:
    """Restore a backup, and return what it was and where the data lie that it replaced, if any.

    The backup is proven before anything is touched, and brought up to date by the migrations.

    Raises
    ------
    Refused
        `folder_in_use` while a server runs on the folder; `data_there` when there is an installation
        already and `replace` is false; `unreadable_backup`, `newer_data`, or a failure of the storage.
    """
    make_folder(settings.data)
    with lock_folder(settings.data), unpacked(file, settings.data) as (copy, manifest):
        _bring_up_to_date(copy)
        kept = settings.data / f"before-restore-{now:%Y%m%d-%H%M%S}"
        if settings.database_url:
            aside = _restore_into_server(settings, copy, kept, now, replace)
        else:
            aside = _restore_into_folder(settings.data, copy, kept, replace)
        # They go by the number of an edit, and what is restored counts on from an earlier one.
        shutil.rmtree(settings.data / EXPORTS, ignore_errors=True)
        return manifest, aside


def _bring_up_to_date(copy: Path) -> None:
    database = Database(f"sqlite:///{copy}")
    try:
        require_known_revision(database)
        _require_whole(database)
        migrate(database)
        _begin_lineages(database)
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
    finally:
        database.close()


def _begin_lineages(database: Database) -> None:
    """Let every page that knows a plan begin anew with what is restored of it (D2).

    A page may know what came after the backup. It would bring that back, and others' words as its own.
    """
    with database.engine.begin() as connection:
        for plan_id in connection.scalars(select(Plan.id)).all():
            connection.execute(update(Plan).where(Plan.id == plan_id).values(lineage=new_id()))


def _require_whole(database: Database) -> None:
    with database.engine.connect() as connection:
        said = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
    if said != "ok":
        raise Refused("unreadable_backup", _("The database in this backup is damaged"))


def _restore_into_server(
    settings: Settings, copy: Path, kept: Path, now: dt.datetime, replace: bool
) -> Path | None:
    source, target = Database(f"sqlite:///{copy}"), open_database(settings.data, settings.database_url)
    try:
        migrate(target)
        has_data = not is_empty(target)
        if has_data and not replace:
            raise Refused("data_there")
        aside = kept.with_suffix(".zip") if has_data else None
        if aside is not None:
            write_backup(target, aside, now)
        copy_rows(source, target)
        return aside
    finally:
        source.close()
        target.close()


def _restore_into_folder(data: Path, copy: Path, kept: Path, replace: bool) -> Path | None:
    # Moved as they are, unread: who restores may do so because the database cannot be read.
    present = [data / f"{FILE}{ending}" for ending in ("", "-wal", "-shm")]
    has_data = present[0].exists() and not _holds_nothing(data)
    if has_data and not replace:
        raise Refused("data_there")
    try:
        kept.mkdir(mode=0o700)
        for file in present:
            if file.exists():
                file.rename(kept / file.name)
        copy.chmod(0o600)
        copy.rename(data / FILE)
        _make_lasting(data)
    except OSError as error:
        raise refusal_of(error, data) from error
    if has_data:
        return kept
    shutil.rmtree(kept)
    return None


def _holds_nothing(data: Path) -> bool:
    database = open_database(data)
    try:
        migrate(database)
        return is_empty(database)
    except (Refused, DBAPIError):
        return False
    finally:
        database.close()


def _make_lasting(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
