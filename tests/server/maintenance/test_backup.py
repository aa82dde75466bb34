"""Backups and their restoration, from each kind of database into each."""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import select

from config.settings import Settings
from server.errors import Refused
from server.export.edition import Audience
from server.export.exports import Exports
from server.export.manuscript import Manuscript
from server.export.renderer import Renderer
from server.maintenance.backup import unpacked, write_backup
from server.maintenance.restore import restore_backup
from server.store.copying import is_empty
from server.store.database import FILE, Database, open_database
from server.store.folder import EXPORTS, lock_folder, make_folder
from server.store.migrate import migrate
from server.store.models import Base, Installation, Member, Plan
from server.usecases.export_pdf import edition_of
from server.usecases.live import PlansAtRest
from tests.postgresql import ON_BOTH, PostgreSQL
from tests.server.builders import START, World


def everything(database: Database) -> dict[str, list[Any]]:
    """Return every row of every table, without the lineages of plans, which begin with a restoration."""
    kept = {t.name: [c for c in t.columns if c.name != "lineage"] for t in Base.metadata.sorted_tables}
    with database.engine.connect() as connection:
        return {name: sorted(map(repr, connection.execute(select(*kept[name])))) for name in kept}


@pytest.fixture
def backup(world: World, tmp_path: Path) -> Path:
    """A backup of an installation with everybody in it."""
    file = tmp_path / "backup.zip"
    write_backup(world.database, file, START)
    return file


@pytest.fixture
def empty_postgresql(postgresql: PostgreSQL, tmp_path: Path) -> Iterator[Settings]:
    """The settings of an installation on an empty database of PostgreSQL."""
    url = postgresql.make_database()
    yield Settings(data=tmp_path / "elsewhere", database_url=url.render_as_string(hide_password=False))
    postgresql.drop(url)


@ON_BOTH
def test_what_was_backed_up_comes_back_as_it_was(world: World, backup: Path, tmp_path: Path) -> None:
    manifest, kept = restore_backup(Settings(data=tmp_path / "new"), backup, START)
    restored = open_database(tmp_path / "new")
    assert everything(restored) == everything(world.database)
    assert PlansAtRest(restored).read(world.plan) == PlansAtRest(world.database).read(world.plan)
    assert (manifest.accounts, manifest.plans, kept) == (2, 2, None)
    restored.close()


@ON_BOTH
def test_a_backup_of_either_database_can_be_restored_into_postgresql(
    world: World, backup: Path, empty_postgresql: Settings
) -> None:
    restore_backup(empty_postgresql, backup, START)
    restored = Database(empty_postgresql.database_url)
    assert everything(restored) == everything(world.database)
    with restored.session() as session:
        # A number that was copied must not be given out again.
        session.add(Installation(created_at=START))
        session.commit()
    restored.close()


def test_a_backup_says_what_it_is_and_is_for_its_owner_only(backup: Path, tmp_path: Path) -> None:
    with unpacked(backup, tmp_path) as (copy, manifest):
        assert manifest.made_at == "2027-01-11T09:00:00Z"
        assert copy.stat().st_size == manifest.bytes
    assert backup.stat().st_mode & 0o077 == 0


def test_a_backup_is_never_written_over_another(world: World, backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(Refused) as refused:
        write_backup(world.database, backup, START)
    assert refused.value.code == "file_exists"
    assert backup.read_bytes() == before


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(world: World, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        write_backup(world.database, tmp_path / "no such folder" / "backup.zip", START)
    assert refused.value.code == "storage_denied"


def spoiled(backup: Path, tmp_path: Path, name: str, content: bytes) -> Path:
    """Return a copy of a backup in which one of its files is another."""
    file = tmp_path / "spoiled.zip"
    with zipfile.ZipFile(backup) as source, zipfile.ZipFile(file, "w") as target:
        for entry in source.namelist():
            target.writestr(entry, content if entry == name else source.read(entry))
    return file


def no_zip(backup: Path, tmp_path: Path) -> Path:
    file = tmp_path / "no.zip"
    file.write_bytes(b"no zip at all")
    return file


def cut_off(backup: Path, tmp_path: Path) -> Path:
    file = tmp_path / "cut.zip"
    file.write_bytes(backup.read_bytes()[:5_000])
    return file


def damaged_within(backup: Path, tmp_path: Path) -> Path:
    file, content = tmp_path / "damaged.zip", bytearray(backup.read_bytes())
    with zipfile.ZipFile(backup) as pack:
        entry = pack.getinfo(FILE)
        start = entry.header_offset + len(entry.FileHeader())
    # No block of compressed bytes begins so.
    content[start] = 0x07
    file.write_bytes(bytes(content))
    return file


def locked_with_a_password(backup: Path, tmp_path: Path) -> Path:
    file, content = tmp_path / "locked.zip", bytearray(backup.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := content.find(mark, start + 1)) >= 0:
            content[start + at] |= 1
    file.write_bytes(bytes(content))
    return file


def another_database(backup: Path, tmp_path: Path) -> Path:
    return spoiled(backup, tmp_path, FILE, b"SQLite format 3\0 and then something else")


def another_manifest(backup: Path, tmp_path: Path) -> Path:
    return spoiled(backup, tmp_path, "manifest.json", b"[]")


def of_a_later_format(backup: Path, tmp_path: Path) -> Path:
    return spoiled(backup, tmp_path, "manifest.json", b'{"format": 9, "tavolo": "7.0"}')


SPOILT = [
    no_zip,
    cut_off,
    damaged_within,
    locked_with_a_password,
    another_database,
    another_manifest,
    of_a_later_format,
]


@pytest.mark.parametrize("spoil", SPOILT)
def test_what_is_no_sound_backup_is_refused_before_anything_is_touched(
    spoil: Any, backup: Path, tmp_path: Path
) -> None:
    data = tmp_path / "new"
    with pytest.raises(Refused) as refused:
        restore_backup(Settings(data=data), spoil(backup, tmp_path), START)
    assert refused.value.code == "unreadable_backup"
    assert [file.name for file in data.iterdir()] == ["serving.lock"]


def test_a_backup_of_a_later_version_is_refused(world: World, tmp_path: Path) -> None:
    with world.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    write_backup(world.database, tmp_path / "later.zip", START)
    with pytest.raises(Refused) as refused:
        restore_backup(Settings(data=tmp_path / "new"), tmp_path / "later.zip", START)
    assert refused.value.code == "newer_data"


def a_populated_folder(world: World, folder: Path) -> Settings:
    """Return the settings of an installation with one member less than was backed up."""
    make_folder(folder)
    with world.database.engine.connect() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(folder / FILE),))
    with open_database(folder).session() as session:
        session.delete(session.get(Member, world.members["stranger"]))
        session.commit()
    return Settings(data=folder)


def test_data_that_are_there_are_replaced_only_when_that_is_asked_for_and_kept(
    world: World, backup: Path, tmp_path: Path
) -> None:
    settings = a_populated_folder(world, tmp_path / "there")
    with pytest.raises(Refused) as refused:
        restore_backup(settings, backup, START)
    assert refused.value.code == "data_there"
    _manifest, kept = restore_backup(settings, backup, START, replace=True)
    assert kept == settings.data / "before-restore-20270111-090000"
    for folder, members in ((settings.data, 6), (kept, 5)):
        with open_database(folder).session() as session:
            assert session.query(Member).count() == members


@ON_BOTH
def test_data_on_postgresql_are_backed_up_before_they_are_replaced(
    world: World, backup: Path, empty_postgresql: Settings
) -> None:
    restore_backup(empty_postgresql, backup, START)
    with pytest.raises(Refused):
        restore_backup(empty_postgresql, backup, START)
    _manifest, kept = restore_backup(empty_postgresql, backup, START, replace=True)
    assert kept is not None
    with unpacked(kept, kept.parent) as (_copy, manifest):
        assert manifest.accounts == 2


def test_a_database_that_cannot_be_read_can_be_replaced_and_is_kept_too(backup: Path, tmp_path: Path) -> None:
    data = tmp_path / "broken"
    make_folder(data)
    (data / FILE).write_bytes(b"this was a database once")
    _manifest, kept = restore_backup(Settings(data=data), backup, START, replace=True)
    assert kept is not None
    assert (kept / FILE).read_bytes() == b"this was a database once"


def test_an_installation_that_nobody_has_set_up_counts_as_empty(backup: Path, tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "fresh")
    make_folder(settings.data)
    fresh = open_database(settings.data)
    migrate(fresh)
    assert is_empty(fresh)
    fresh.close()
    assert restore_backup(settings, backup, START)[1] is None


def test_nothing_is_restored_under_a_server_that_runs(backup: Path, tmp_path: Path) -> None:
    make_folder(tmp_path / "served")
    with lock_folder(tmp_path / "served"), pytest.raises(Refused) as refused:
        restore_backup(Settings(data=tmp_path / "served"), backup, START)
    assert refused.value.code == "folder_in_use"


def test_a_restored_folder_has_nothing_left_of_the_log_it_had(
    world: World, backup: Path, tmp_path: Path
) -> None:
    settings = a_populated_folder(world, tmp_path / "there")
    shutil.copy(settings.data / FILE, settings.data / f"{FILE}-wal")
    restore_backup(settings, backup, START, replace=True)
    assert not (settings.data / f"{FILE}-wal").exists()


def lineages_in(database: Database) -> dict[str, str]:
    with database.session() as session:
        return {plan.id: plan.lineage for plan in session.query(Plan)}


@ON_BOTH
def test_d2_who_knows_a_plan_from_after_the_backup_begins_anew(
    world: World, backup: Path, empty_postgresql: Settings, tmp_path: Path
) -> None:
    before = lineages_in(world.database)
    for settings in (Settings(data=tmp_path / "there"), empty_postgresql):
        restore_backup(settings, backup, START)
        database = open_database(settings.data, settings.database_url)
        restored = lineages_in(database)
        database.close()
        assert restored.keys() == before.keys()
        # Their pages would bring back what came later, and sign with others' names whatever is unknown now.
        assert not set(restored.values()) & set(before.values())
        assert len(set(restored.values())) == len(restored)


def a_pdf(world: World, data: Path) -> bytes:
    """Print a plan as an installation on this folder would, and return what was printed."""
    printed = Exports(cast(Renderer, Words()), data / EXPORTS)
    with world.database.session() as session:
        about = edition_of(session, world.plan, Audience.TEAM, "en", START.date())
    plan, seq = PlansAtRest(world.database).read(world.plan)
    job = printed.start(world.plan, seq, plan, about)
    # What waits is printed first.
    printed.stop()
    return printed.file(job.id).read_bytes()


class Words:
    """A press whose every document is another."""

    printed = 0

    def render_manuscript(self, _manuscript: Manuscript, _on_progress: object = None) -> bytes:
        Words.printed += 1
        return b"%d" % Words.printed

    def stop(self) -> None:
        """End nothing."""


def test_no_pdf_of_the_plans_before_a_restoration_is_handed_out_after_it(
    world: World, backup: Path, tmp_path: Path
) -> None:
    settings = a_populated_folder(world, tmp_path / "there")
    before = a_pdf(world, settings.data)
    assert a_pdf(world, settings.data) == before
    restore_backup(settings, backup, START, replace=True)
    # Its edits count on from where the backup was made, so the same number may be another plan.
    assert a_pdf(world, settings.data) != before
