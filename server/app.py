"""The only place that wires everything."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response, request
from flask_socketio import SocketIO

from config.settings import Settings
from planning.tools import SCHEMA
from server.access import Seat
from server.analyses.analyst import Analyst
from server.analyses.outbox import Period
from server.api.headers import add_headers
from server.api.openapi import add_api
from server.api.problems import answer_refused
from server.api.same_site import require_same_site
from server.errors import Refused
from server.export.exports import Exports
from server.history.days import Day
from server.logs import log_requests
from server.metrics.exposition import Metrics
from server.metrics.renders import TimedRenderer
from server.pages import add_pages
from server.readiness import Readiness
from server.rooms.holds import Elsewhere
from server.rooms.journal import Journal, NotDurable
from server.rooms.rooms import Rooms
from server.rooms.tally import Tally
from server.rooms.witness import Witness
from server.services import EXTENSION, Clock, Services, limits_of
from server.sockets.attach import attach
from server.sockets.fan_out import FanOut
from server.store.access_changes import access_changes
from server.store.database import Database, open_database
from server.store.failures import code_of_failure
from server.store.folder import EXPORTS, make_folder
from server.store.migrate import migrate
from server.store.pulse import Pulse
from server.texts import ENGLISH, best_language, set_language
from server.usecases import history, set_up
from server.usecases.callers import who_calls
from server.usecases.find_ways import period_of
from server.usecases.passwords import Passwords
from server.usecases.seats import Key, seat_of, seats_now


def present_moment() -> dt.datetime:
    """Return the present moment: UTC, without zone."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


@dataclass(frozen=True)
class Application:
    """A whole installation, ready to be served."""

    flask: Flask
    socketio: SocketIO
    rooms: Rooms
    database: Database
    renderer: TimedRenderer
    analyst: Analyst
    readiness: Readiness
    services: Services
    is_first_start: bool

    def stop(self) -> None:
        """Save everything, then let go of it."""
        self.analyst.stop()
        self.rooms.stop()
        self.services.exports.stop()
        self.readiness.stop()
        self.database.close()


def create_app(
    settings: Settings, *, clock: Clock = present_moment, passwords: Passwords | None = None
) -> Application:
    """Open an installation's data, bring it up to date, and wire everything that serves it.

    Raises
    ------
    Refused
        When the data folder cannot be used or was written by a later version.
    """
    database, is_first_start = open_installation(settings, clock)
    renderer, tally = TimedRenderer(), Tally()
    analyst = _analyst(database, clock)
    rooms = _rooms(settings, database, clock, analyst, tally)
    analyst.follow(rooms)
    pulse = Pulse(database.engine.url, lambda: sum(tally.durable.counts))
    readiness = Readiness(pulse.feel, pulse.close)
    services = Services(
        settings=settings,
        database=database,
        clock=clock,
        passwords=passwords or Passwords(),
        limits=limits_of(settings),
        rooms=rooms,
        exports=Exports(renderer, settings.data / EXPORTS),
        analyses=analyst,
        metrics=Metrics(lambda: _present(rooms), tally, renderer.times),
        not_ready=readiness,
    )
    flask = build_flask(settings)
    flask.extensions[EXTENSION] = services
    socketio = attach(flask, rooms, _seat_at(services), settings.origins)
    return Application(
        flask, socketio, rooms, database, renderer, analyst, readiness, services, is_first_start
    )


def open_installation(
    settings: Settings, clock: Clock = present_moment, *, is_alone: bool = True
) -> tuple[Database, bool]:
    """Open the data of an installation, and say whether this is its first start.

    `is_alone` is false beside a server that may run on the same folder.
    """
    make_folder(settings.data)
    database = open_database(settings.data, settings.database_url)
    migrate(database, is_alone=is_alone)
    with database.session() as session:
        return database, set_up.begin(session, clock(), settings.company)


def build_flask(settings: Settings, pages: Path | None = None) -> Flask:
    """Return the HTTP side of an installation, for which `EXTENSION` must be given its services.

    `pages` is the folder of the built front end, when it is not in one of the usual places.
    """
    flask = Flask("server", static_folder=None)
    flask.config["MAX_CONTENT_LENGTH"] = settings.request_kilobytes * 1024
    flask.json.sort_keys = False  # type: ignore[attr-defined]  # Flask's default provider has it
    log_requests(flask)
    flask.before_request(_read_language)
    flask.teardown_request(lambda _error: set_language(ENGLISH))
    flask.before_request(require_same_site)
    flask.after_request(add_headers)
    add_api(flask)
    add_pages(flask, pages)
    flask.register_error_handler(NotDurable, _answer_not_durable)
    flask.register_error_handler(Elsewhere, lambda _held: answer_refused(Refused("elsewhere", retry_after=1)))
    return flask


def _read_language() -> None:
    set_language(best_language(list(request.accept_languages.values())))


def _answer_not_durable(problem: NotDurable) -> Response:
    return answer_refused(Refused(code_of_failure(problem.__cause__) or "storage_busy"))


def _analyst(database: Database, clock: Clock) -> Analyst:
    def period(plan_id: str) -> Period | None:
        with database.session() as session:
            return period_of(session, plan_id)

    def keep_day(plan_id: str, day: Day) -> None:
        with database.session() as session:
            history.keep_day(session, plan_id, day, clock())

    return Analyst(clock, period, keep_day=keep_day)


def _present(rooms: Rooms) -> tuple[int, int]:
    plans = rooms.live()
    return len(plans), sum(len(rooms.open_people(plan)) for plan in plans)


def _rooms(settings: Settings, database: Database, clock: Clock, witness: Witness, tally: Tally) -> Rooms:
    def check(wanted: set[Key]) -> Mapping[Key, Seat]:
        with database.session() as session:
            return seats_now(session, wanted, clock())

    def changes() -> int:
        with database.session() as session:
            return access_changes(session)

    # The journal opens the database itself: its connection stays in its own thread.
    lease = settings.lease_seconds if settings.database_url else 0
    journal = Journal(lambda: open_database(settings.data, settings.database_url).engine, lease)
    return Rooms(
        SCHEMA,
        journal,
        FanOut().deliver,
        check,
        access_changes=changes,
        now=clock,
        witness=witness,
        tally=tally,
    )


def _seat_at(services: Services) -> Callable[[str, str], Seat | None]:
    def seat_at(token: str, plan_id: str) -> Seat | None:
        now = services.clock()
        with services.database.session() as session:
            caller = who_calls(session, token, now, services.settings.session_life)
            if caller is None:
                raise Refused("sign_in_needed")
            return seat_of(session, caller.sign_in, plan_id, now)

    return seat_at
