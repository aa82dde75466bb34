"""What the doctor finds, and what it says to do."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, update

from config.settings import Settings
from server.maintenance import doctor
from server.maintenance.diagnosis import Diagnosis
from server.store.database import FILE
from server.store.models import PlanSnapshot, PlanUpdate
from tests.postgresql import ON_BOTH
from tests.server.builders import START, World


def said(found: list[Diagnosis], level: str) -> str:
    """Return all that was said on one level."""
    return "\n".join(f"{one.what} {one.remedy}" for one in found if one.level == level)


def folder_of(world: World) -> Settings:
    return Settings(data=Path(str(world.database.engine.url.database)).parent)


@ON_BOTH
def test_a_sound_database_has_nothing_wrong(world: World) -> None:
    url = world.database.engine.url.render_as_string(hide_password=False)
    found = list(doctor.check_data(Settings(database_url=url), START))
    assert {one.level for one in found} == {"good"}
    assert "2 plans can be read" in said(found, "good")


@ON_BOTH
def test_a_log_with_a_hole_is_found_and_the_plan_named(world: World) -> None:
    with world.database.engine.begin() as connection:
        connection.execute(update(PlanUpdate).where(PlanUpdate.plan_id == world.plan).values(seq=7))
        connection.execute(
            PlanUpdate.__table__.insert(),
            {
                "plan_id": world.plan,
                "seq": 9,
                "author": "a",
                "client": "c",
                "n": 1,
                "update": b"",
                "at": START,
            },
        )
    assert "Meridian 2027" in said(list(doctor.check_plans(world.database)), "bad")


def test_a_plan_whose_bytes_are_damaged_is_named_and_the_others_are_read(world: World) -> None:
    with world.database.engine.begin() as connection:
        connection.execute(
            update(PlanUpdate).where(PlanUpdate.plan_id == world.plan).values(update=b"\xff\xff\xff")
        )
    found = list(doctor.check_plans(world.database))
    assert "Meridian 2027" in said(found, "bad")
    assert "1 plans can be read" in said(found, "good")


def test_a_plan_of_which_nothing_is_stored_is_found(world: World) -> None:
    with world.database.engine.begin() as connection:
        connection.execute(delete(PlanUpdate).where(PlanUpdate.plan_id == world.plan))
    assert "nothing is stored of it" in said(list(doctor.check_plans(world.database)), "bad")


def test_a_damaged_file_is_found(world: World) -> None:
    settings = folder_of(world)
    world.database.close()
    file = settings.data / FILE
    content = bytearray(file.read_bytes())
    content[4096 * 3 : 4096 * 6] = b"\xff" * (4096 * 3)
    file.write_bytes(bytes(content))
    assert "cannot be read" in said(list(doctor.check_data(settings, START)), "bad")


def test_what_belongs_to_something_that_is_gone_is_found(world: World) -> None:
    with world.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("DELETE FROM account")
        connection.commit()
    assert "belong to something that is gone" in said(list(doctor.check_integrity(world.database)), "bad")


def test_a_clock_that_goes_back_is_found(world: World) -> None:
    found = doctor.check_clock(world.database, START - dt.timedelta(days=1))
    assert found.level == "bad"
    assert "clock" in found.remedy


def test_data_of_a_later_version_are_found(world: World) -> None:
    with world.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert "newer Tavolo" in said(list(doctor.check_data(folder_of(world), START)), "bad")


def test_a_folder_that_others_can_read_is_doubtful(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert "chmod 700" in said(list(doctor.check_folder(Settings(data=tmp_path))), "doubtful")


def test_a_folder_that_is_not_there_is_found_and_not_made(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "nowhere")
    found = [*doctor.check_folder(settings), *doctor.check_data(settings, START)]
    assert "nowhere" in said(found, "bad")
    assert not settings.data.exists()


def test_a_disk_that_is_nearly_full_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage:
        free = 50 * 1024**2

    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _path: Usage)
    assert "50 MB are free" in said(list(doctor.check_folder(Settings(data=tmp_path))), "bad")


@pytest.mark.parametrize(
    ("settings", "level"),
    [
        (Settings(), "good"),
        (Settings(base_url="https://tavolo.example.com"), "good"),
        (Settings(base_url="http://tavolo.example.com"), "doubtful"),
    ],
)
def test_an_address_without_encryption_is_doubtful_beyond_this_machine(
    settings: Settings, level: str
) -> None:
    assert [one.level for one in doctor.check_address(settings)] == [level]


def test_pdfs_are_tried() -> None:
    assert doctor.check_pdf().level == "good"


@ON_BOTH
@pytest.mark.parametrize("folded", [True, False])
def test_edits_that_are_missing_at_the_beginning_of_a_log_are_found(world: World, folded: bool) -> None:
    with world.database.engine.begin() as connection:
        said = {"plan_id": world.plan}
        if folded:
            state = connection.scalar(select(PlanUpdate.update).where(PlanUpdate.plan_id == world.plan))
            connection.execute(insert(PlanSnapshot), said | {"seq": 1, "state": state, "at": START})
        connection.execute(update(PlanUpdate).where(PlanUpdate.plan_id == world.plan).values(seq=3))
    assert "edits are missing" in said_of_plans(world)


def test_what_a_snapshot_has_already_may_be_in_the_log_too(world: World) -> None:
    with world.database.engine.begin() as connection:
        state = connection.scalar(select(PlanUpdate.update).where(PlanUpdate.plan_id == world.plan))
        said = {"plan_id": world.plan, "seq": 1, "state": state, "at": START}
        connection.execute(insert(PlanSnapshot), said)
    assert said_of_plans(world) == ""


def said_of_plans(world: World) -> str:
    return said(list(doctor.check_plans(world.database)), "bad")


@ON_BOTH
def test_a_clock_that_goes_back_is_found_when_every_log_is_folded(world: World) -> None:
    with world.database.engine.begin() as connection:
        connection.execute(delete(PlanUpdate))
    assert doctor.check_clock(world.database, START - dt.timedelta(days=1)).level == "bad"
