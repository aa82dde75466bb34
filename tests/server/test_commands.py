"""The command line: what it does, and how it says that it cannot."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from config.settings import Settings
from planning.interchange import to_document
from server.app import open_installation
from server.commands import tavolo
from server.store.database import FILE, open_database
from server.store.models import Account, Plan
from server.usecases.documents import add_demo
from tests.builders import a_plan
from tests.server.builders import START, StoppedClock

ROOT = Path(__file__).parents[2]
HEAD = {"title": "Grow", "starts_on": "2027-01-01", "ends_on": "2028-12-31", "account": "Polaris"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with the demo in it, which nobody has set up."""
    database, is_first_start = open_installation(Settings(data=tmp_path / "data"), StoppedClock())
    assert is_first_start
    with database.session() as session:
        add_demo(session, START)
    database.close()
    return tmp_path / "data"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(tavolo, [str(argument) for argument in arguments], prog_name="tavolo")


def refused(*arguments: str | Path) -> str:
    """Run what cannot work, and return the few lines it says."""
    result = run(*arguments)
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert result.output.startswith("Error: ")
    return result.output


def first_plan(folder: Path) -> str:
    with open_database(folder).session() as session:
        return str(session.query(Plan).order_by(Plan.id).first().id)  # type: ignore[union-attr]


def test_every_command_explains_itself() -> None:
    for name, command in tavolo.commands.items():
        said = run(name, "--help")
        assert said.exit_code == 0
        assert command.help


def test_serve_names_every_setting_but_the_secret_one() -> None:
    said = " ".join(run("serve", "--help").output.split())
    assert "TAVOLO_PORT; default: 8765" in said
    assert "--demo / --no-demo" in said
    assert "--database" not in said


def test_the_demo_is_added_once(folder: Path) -> None:
    with open_database(folder).session() as session:
        assert session.query(Account).count() == session.query(Plan).count() == 2
    assert "already there" in run("demo", "--data", folder).output


def test_the_demo_is_added_again_after_its_account_went_to_the_bin(folder: Path) -> None:
    with open_database(folder).session() as session:
        session.query(Account).update({"removed_at": START})
        session.commit()
    assert "Added" in run("demo", "--data", folder).output


def test_a_plan_is_written_as_json_and_read_again(folder: Path, tmp_path: Path) -> None:
    plan, file = first_plan(folder), tmp_path / "plan.json"
    assert (
        run("export", plan, "--audience", "team", "--format", "json", "-o", file, "--data", folder).exit_code
        == 0
    )
    imported = run("import", file, "--account", "Polaris", "--data", folder)
    assert "http://127.0.0.1:8765/plans/" in imported.output
    again = tmp_path / "again.json"
    run("export", "polaris", "--audience", "team", "--format", "json", "-o", again, "--data", folder)
    first, second = json.loads(file.read_text()), json.loads(again.read_text())
    assert second == first | {"account": "Polaris"}


def test_the_customers_copy_is_what_is_written_unless_the_teams_is_asked_for(
    folder: Path, tmp_path: Path
) -> None:
    document = to_document(a_plan(stakeholders=[{"name": "Ana", "power": 5}]), **HEAD)
    (tmp_path / "plan.json").write_text(json.dumps(document))
    run("import", tmp_path / "plan.json", "--data", folder)
    run("export", "Grow", "--format", "json", "-o", tmp_path / "out.json", "--data", folder)
    assert '"power"' not in (tmp_path / "out.json").read_text()


def test_a_title_that_several_plans_have_is_asked_about(folder: Path) -> None:
    with open_database(folder).session() as session:
        session.query(Plan).update({"title": "Same"})
        session.commit()
    said = refused("export", "same", "--data", folder)
    assert "Several plans are called so" in said
    assert first_plan(folder) in said


def test_a_plan_that_is_none_is_named(folder: Path) -> None:
    assert "no plan called Nothing" in refused("export", "Nothing", "--data", folder)


def test_a_file_that_cannot_be_written_is_named(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "no" / "such" / "plan.json"
    said = refused("export", first_plan(folder), "--format", "json", "-o", file, "--data", folder)
    assert str(file) in said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"a": 1,\n', "line 2"),
        ("[1, 2]", "document"),
        ('{"format": "tavolo-plan", "version": 1, "sections": {"actions": [{"title": 4}]}}', "title"),
    ],
)
def test_a_file_that_is_no_plan_is_refused_with_its_places(
    folder: Path, tmp_path: Path, content: str, said: str
) -> None:
    (tmp_path / "bad.json").write_text(content)
    assert said in refused("import", tmp_path / "bad.json", "--data", folder)


def test_a_set_up_link_is_made_until_somebody_has_set_up(folder: Path) -> None:
    link = run("set-up-link", "--data", folder, "--base-url", "https://t.example").output.strip()
    assert link.startswith("https://t.example/setup#")
    assert link != run("set-up-link", "--data", folder).output.strip()


def test_a_backup_overwrites_nothing(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    assert "2 plans" in run("backup", file, "--data", folder).output
    assert "already" in refused("backup", file, "--data", folder)


def test_a_backup_is_restored_and_what_it_replaces_is_kept_after_a_question(
    folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "backup.zip"
    run("demo", "--data", folder)
    run("backup", file, "--data", folder)
    assert "2 accounts" in run("restore", file, "--data", tmp_path / "new").output
    assert "--replace" in refused("restore", file, "--data", folder)
    assert (
        "Replace everything"
        in CliRunner()
        .invoke(tavolo, ["restore", str(file), "--replace", "--data", str(folder)], input="n\n")
        .output
    )
    assert "before-restore-" in run("restore", file, "--replace", "--yes", "--data", folder).output


def test_the_doctor_speaks_in_sentences_and_ends_with_one_when_something_is_wrong(
    folder: Path, tmp_path: Path
) -> None:
    assert "The database file is whole" in run("doctor", "--data", folder).output
    found = CliRunner().invoke(tavolo, ["doctor", "--data", str(tmp_path / "nowhere")])
    assert found.exit_code == 1
    assert "BAD  There is no data folder" in found.output


def test_a_folder_without_data_is_named_and_stays_empty(tmp_path: Path) -> None:
    assert "There is no Tavolo in" in refused("demo", "--data", tmp_path)
    assert not (tmp_path / FILE).exists()


def test_data_of_a_newer_version_is_refused(folder: Path) -> None:
    database = open_database(folder)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert "newer Tavolo" in refused("demo", "--data", folder)


def test_a_wrong_setting_is_one_line() -> None:
    said = refused("serve", "--port", "many")
    assert said.count("\n") == 1


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(folder: Path, port: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "server", "serve", "--data", str(folder), "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={k: v for k, v in os.environ.items() if not k.startswith("TAVOLO_")} | {"PYTHONUNBUFFERED": "1"},
    )


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple["subprocess.Popen[str]", list[str], int]]:
    """A server on an empty folder that has said where it is."""
    port = a_free_port()
    process = start(tmp_path / "data", port)
    assert process.stdout is not None
    said: list[str] = []
    for line in process.stdout:
        said.append(line.strip())
        if "Stop with" in line:
            break
    yield process, said, port
    process.kill()
    process.communicate()


def test_a_first_start_serves_prints_the_set_up_link_brings_the_demo_and_stops(
    served: tuple["subprocess.Popen[str]", list[str], int], tmp_path: Path
) -> None:
    process, said, port = served
    assert said[0] == f"Tavolo is open at http://127.0.0.1:{port}"
    assert said[2].startswith(f"http://127.0.0.1:{port}/setup#")
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=10) as answer:
        assert json.loads(answer.read()) == {"status": "ready"}
    with open_database(tmp_path / "data").session() as session:
        assert session.query(Plan).count() == 2
    same_folder = start(tmp_path / "data", a_free_port())
    assert "Another Tavolo already runs" in same_folder.communicate(timeout=30)[1]
    same_port = start(tmp_path / "other", port)
    assert same_port.communicate(timeout=30)[1].startswith("Error: The port is in use")
    assert (same_folder.returncode, same_port.returncode) == (1, 1)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=15) == 0
    assert process.stderr is not None
    assert "Traceback" not in process.stderr.read()
