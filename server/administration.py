"""What an administrator does from the command line, on the data of one installation."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gevent import Timeout, sleep
from sqlalchemy.orm import Session

from config.settings import Settings
from server.app import Application, create_app, open_installation, present_moment
from server.errors import Fault, Refused
from server.export.edition import Audience
from server.export.manuscript import prepare_manuscript
from server.export.renderer import Renderer
from server.maintenance.backup import Manifest, write_backup
from server.maintenance.diagnosis import Diagnosis
from server.maintenance.doctor import examine
from server.maintenance.restore import restore_backup
from server.store.database import FILE, Database
from server.store.folder import lock_folder
from server.store.members import member_by_email
from server.store.plans import live_plans_called
from server.texts import gettext as _
from server.usecases.audit import INSTALLATION, every_entry, sign
from server.usecases.audit_file import render_csv, render_json
from server.usecases.documents import add_demo, export_document, file_name, import_into
from server.usecases.erase import erase_person
from server.usecases.export_pdf import edition_of
from server.usecases.export_person import export_person
from server.usecases.live import PlansAtRest
from server.usecases.set_up import new_setup_token

START_SECONDS = 60


@contextmanager
def present_installation(settings: Settings) -> Iterator[tuple[Database, Session]]:
    """Open an installation that is there already; raise `no_data` when it is not."""
    if not settings.database_url and not (settings.data / FILE).is_file():
        raise Refused("no_data", _("There is no Tavolo in {folder}", folder=settings.data))
    database, _first = open_installation(settings, is_alone=False)
    try:
        with database.session() as session:
            sign(session, INSTALLATION, present_moment())
            yield database, session
    finally:
        database.close()


def add_demo_to(settings: Settings) -> list[str]:
    """Add the demo account, and return the titles of its plans; none when it is there already."""
    with present_installation(settings) as (_database, session):
        return add_demo(session, present_moment())


def export_plan(settings: Settings, wanted: str, audience: Audience, kind: str) -> tuple[str, bytes]:
    """Return a file name and a plan as `pdf` or `json`.

    Raises
    ------
    Refused
        `unknown_plan`, or `several_plans` that are called so.
    """
    with present_installation(settings) as (database, session):
        plan_id, live = require_plan_called(session, wanted), PlansAtRest(database)
        if kind == "json":
            document = export_document(session, live, plan_id, audience)
            return document.name, document.text.encode()
        content, _seq = live.read(plan_id)
        about = edition_of(session, plan_id, audience, "en", present_moment().date())
    renderer = Renderer()
    try:
        pdf = renderer.render_manuscript(prepare_manuscript(content, about))
    finally:
        renderer.stop()
    return file_name(about.account, about.title, "pdf"), pdf


def require_plan_called(session: Session, wanted: str) -> str:
    """Return the identifier of the plan of this identifier, title or account."""
    found = live_plans_called(session, wanted)
    if not found:
        raise Refused("unknown_plan", _("There is no plan called {title}", title=wanted))
    if len(found) > 1:
        faults = [Fault(plan.id, f"{account.name}, {plan.title}") for plan, account in found]
        raise Refused("several_plans", faults=faults)
    return found[0][0].id


def import_plan(settings: Settings, document: Any, account: str | None) -> str:
    """Make a plan of a document, and return its identifier."""
    with present_installation(settings) as (_database, session):
        return import_into(session, account, document, present_moment())


def make_setup_link(settings: Settings) -> str:
    """Return a new set-up link; raise `already_set_up` when somebody has."""
    with present_installation(settings) as (_database, session):
        token = new_setup_token(session)
    if token is None:
        raise Refused("already_set_up")
    return f"{settings.address}/setup#{token}"


def back_up(settings: Settings, file: Path) -> Manifest:
    """Write everything an installation holds to a file that is not there yet."""
    with present_installation(settings) as (database, _session):
        return write_backup(database, file, present_moment())


def restore_from(settings: Settings, file: Path, *, replace: bool) -> tuple[Manifest, Path | None]:
    """Restore a backup, and return what it was and where what it replaced is kept."""
    return restore_backup(settings, file, present_moment(), replace=replace)


def audit_text(settings: Settings, kind: str) -> str:
    """Return the whole audit log as `csv` or `json`."""
    with present_installation(settings) as (_database, session):
        return (render_json if kind == "json" else render_csv)(every_entry(session))


def person_text(settings: Settings, email: str) -> str:
    """Return everything that is kept about a member as JSON; raise `unknown_member`."""
    with present_installation(settings) as (database, session):
        found = export_person(session, PlansAtRest(database), _member_called(session, email))
        return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def erase_member(settings: Settings, email: str) -> None:
    """Erase a member for good.

    Raises
    ------
    Refused
        `folder_in_use` while a server runs: its page does it then; `unknown_member`, `last_owner`.
    """
    with present_installation(settings) as (_database, session):
        participant = _member_called(session, email)
    with lock_folder(settings.data):
        application = create_app(settings)
        try:
            _wait_for_reports(application)
            with application.database.session() as session:
                sign(session, INSTALLATION, present_moment())
                files = application.services.exports
                erase_person(session, application.rooms, files, participant, present_moment())
        finally:
            application.stop()


def _member_called(session: Session, email: str) -> str:
    member = member_by_email(session, email.lower())
    if member is None:
        raise Refused("unknown_member", _("Nobody has the address {email}", email=email))
    return member.id


def _wait_for_reports(application: Application) -> None:
    # Who wrote what must be known before a log is folded.
    application.analyst.warm()
    with Timeout(START_SECONDS, Refused("analysis_late")):
        while application.analyst.child is None:
            sleep(0.05)


def diagnoses(settings: Settings) -> Iterator[Diagnosis]:
    """Yield what the doctor finds, as it finds it."""
    return examine(settings, present_moment())
