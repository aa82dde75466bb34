"""Looks an installation over and says in sentences what is wrong and what to do; changes nothing."""

import datetime as dt
import shutil
import stat
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from config.settings import LOOPBACK, Settings
from planning.tools import SCHEMA
from server.errors import Refused
from server.export.errors import ExportError
from server.export.renderer import Renderer
from server.maintenance.diagnosis import Diagnosis, bad, doubtful, good
from server.pages import PLACES
from server.rooms.document import document_from, read_plan
from server.store.database import FILE, Database, open_database
from server.store.failures import code_of_failure
from server.store.journal import load_plan
from server.store.migrate import is_up_to_date, require_known_revision
from server.store.models import AuditEntry, Plan, PlanSnapshot, PlanUpdate
from server.texts import gettext as _

TIGHT, COMFORTABLE = 200 * 1024**2, 1024**3
"""Bytes on the disk below which nothing can be saved soon, and below which it is time to look."""

CLOCK_SLACK = dt.timedelta(minutes=5)


def examine(settings: Settings, now: dt.datetime) -> Iterator[Diagnosis]:
    """Yield what was looked at, in order; what depends on something broken is left out."""
    yield check_python()
    yield check_pages()
    yield check_pdf()
    yield from check_address(settings)
    yield from check_folder(settings)
    yield from check_data(settings, now)


def check_python() -> Diagnosis:
    """Look at the interpreter."""
    said = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < (3, 11):  # noqa: UP036  # a wheel can be forced into an older one
        return bad(_("Python is {version}", version=said), _("Install Python 3.11 or newer."))
    return good(_("Python is {version}", version=said))


def check_pages() -> Diagnosis:
    """Look for the built pages."""
    if any((place / "index.html").is_file() for place in PLACES):
        return good(_("The pages are built"))
    return bad(_("The pages are not built"), _("Run make run in the checkout, or install the wheel again."))


def check_pdf() -> Diagnosis:
    """Start what sets documents: it needs system libraries and fonts."""
    renderer = Renderer()
    try:
        renderer.warm()
    except ExportError as error:
        return bad(_(error.message), _(error.remedy))
    finally:
        renderer.stop()
    return good(_("PDFs can be made: libraries and fonts are there"))


def check_address(settings: Settings) -> Iterator[Diagnosis]:
    """Look at the address that links, cookies and origins follow."""
    host = urlsplit(settings.address).hostname or ""
    if settings.over_tls:
        yield good(_("People open {address}", address=settings.address))
    elif host in LOOPBACK or host == "::1":
        yield good(_("People open {address}, on this machine only", address=settings.address))
    else:
        yield doubtful(
            _("People open {address}, without encryption", address=settings.address),
            _("Put a proxy with a certificate in front and set TAVOLO_BASE_URL to its https address."),
        )


def check_folder(settings: Settings) -> Iterator[Diagnosis]:
    """Look at the data folder: rights and room."""
    folder = settings.data
    if not folder.is_dir():
        yield bad(
            _("There is no data folder {folder}", folder=folder),
            _("Start one with tavolo serve, or say where with --data."),
        )
        return
    rights = stat.S_IMODE(folder.stat().st_mode)
    if rights & 0o077:
        yield doubtful(
            _("Others on this machine may look into {folder}", folder=folder),
            _("Close it with: chmod 700 {folder}", folder=folder),
        )
    else:
        yield good(_("{folder} is for its owner only", folder=folder))
    yield _room_on(settings)


def _room_on(settings: Settings) -> Diagnosis:
    free = shutil.disk_usage(settings.data).free
    said = _("{size} MB are free on the disk of the data folder", size=f"{free // 1024**2:,}")
    remedy = _("Free some space or move the data; a full disk stops every edit.")
    if free < TIGHT:
        return bad(said, remedy)
    return doubtful(said, remedy) if free < COMFORTABLE else good(said)


def check_data(settings: Settings, now: dt.datetime) -> Iterator[Diagnosis]:
    """Look at the database: version, integrity, every plan, and the clock."""
    if not settings.database_url and not (settings.data / FILE).is_file():
        if settings.data.is_dir():
            yield bad(
                _("There is no database"), _("Start Tavolo once with tavolo serve, or restore a backup.")
            )
        return
    database = open_database(settings.data, settings.database_url)
    try:
        yield from _check_database(database, now)
    except Refused as refused:
        yield bad(refused.title, refused.remedy)
    except DBAPIError as error:
        failure = Refused(code_of_failure(error) or "storage_damaged")
        yield bad(failure.title, failure.remedy)
    finally:
        database.close()


def _check_database(database: Database, now: dt.datetime) -> Iterator[Diagnosis]:
    yield from check_integrity(database)
    require_known_revision(database)
    if not is_up_to_date(database):
        yield doubtful(
            _("The database is of an older version"), _("It is brought up to date when Tavolo starts.")
        )
        return
    yield good(_("The database is of this version"))
    yield check_clock(database, now)
    yield from check_plans(database)


def check_integrity(database: Database) -> Iterator[Diagnosis]:
    """Ask SQLite whether its file is whole; PostgreSQL sees to that by itself."""
    if database.engine.dialect.name != "sqlite":
        yield good(_("PostgreSQL answers"))
        return
    with database.engine.connect() as connection:
        said = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(5)")]
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if said == ["ok"]:
        yield good(_("The database file is whole"))
    else:
        yield bad(
            _("The database file is damaged: {what}", what="; ".join(said)),
            _("Stop Tavolo and restore the latest backup."),
        )
    if orphans:
        yield bad(
            _("{count} rows belong to something that is gone", count=len(orphans)),
            _("Restore the latest backup; if there is none, keep the file and ask for help."),
        )


def check_clock(database: Database, now: dt.datetime) -> Diagnosis:
    """Compare this machine's clock with the latest moment that was written down."""
    moments = (PlanUpdate.at, PlanSnapshot.at, Plan.changed_at, AuditEntry.at)
    with database.session() as session:
        latest = max(filter(None, (session.scalar(select(func.max(at))) for at in moments)), default=None)
    if latest is not None and latest > now + CLOCK_SLACK:
        return bad(
            _("The clock says {now}, but something was written at {latest}", now=now, latest=latest),
            _("Set the clock of this machine; sessions and codes would live too long otherwise."),
        )
    return good(_("The clock agrees with the data"))


def check_plans(database: Database) -> Iterator[Diagnosis]:
    """Read every plan from its snapshot and its log."""
    with database.session() as session:
        plans = session.execute(select(Plan.id, Plan.title).order_by(Plan.id)).all()
    broken = [(plan.title, why) for plan in plans if (why := problem_of_plan(database, plan.id)) is not None]
    for title, why in broken:
        yield bad(
            _("The plan “{title}” cannot be read: {why}", title=title, why=why),
            _("Restore a backup from before; the other plans are not concerned."),
        )
    yield good(_("{count} plans can be read", count=len(plans) - len(broken)))


def problem_of_plan(database: Database, plan_id: str) -> str | None:
    """Return why a plan cannot be read whole, or None when it can."""
    with database.engine.connect() as connection:
        stored = load_plan(connection, plan_id)
    if stored is None or not stored.updates:
        return _("nothing is stored of it")
    numbers = [row.seq for row in stored.history.rows]
    # A snapshot stands for all edits up to it, and what comes after goes on from there.
    first = 1 if stored.logged == len(numbers) else numbers[0]
    if numbers != list(range(first, first + len(numbers))):
        return _("edits are missing from its log")
    try:
        read_plan(document_from(*stored.updates), SCHEMA)
    except Exception as problem:
        # Whatever it is that the library says of damaged bytes, the doctor goes on to the next plan.
        return type(problem).__name__
    return None
