"""An installation for tests: people in every role, two accounts, and browsers that are theirs."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from config.settings import Settings
from planning.analyses.influence import ways_to
from planning.tools import SCHEMA
from server.access import Role, Seat
from server.analyses.analyst import NotAnswered
from server.analyses.outbox import Period
from server.analyses.questions import answer
from server.analyses.replica import Replica, Row
from server.export.exports import Exports
from server.export.manuscript import Manuscript
from server.metrics.exposition import Metrics
from server.rooms.document import document_from
from server.rooms.gate import Gate
from server.rooms.tally import Tally
from server.services import EXTENSION, Services, limits_of
from server.store.database import Database
from server.store.journal import Stored, load_plan
from server.store.models import Account, AccountMember, Guest, Member, PlanClient, PlanUpdate
from server.usecases import set_up
from server.usecases.callers import open_session
from server.usecases.live import PlansAtRest
from server.usecases.passwords import Passwords
from server.usecases.plans import create_plan

START = dt.datetime(2027, 1, 11, 9, 0, 0)
PASSWORD = "correct horse battery"
ORIGIN = "http://127.0.0.1:8765"
LIFE = dt.timedelta(days=30)

# The cheapest Argon2 there is: what a guess costs is no business of these tests.
QUICK = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@dataclass
class StoppedClock:
    """A clock that moves when a test says so."""

    moment: dt.datetime = START

    def __call__(self) -> dt.datetime:
        return self.moment

    def advance(self, **by: float) -> None:
        """Move on, by what `timedelta` takes."""
        self.moment += dt.timedelta(**by)


class QuietPlans(PlansAtRest):
    """Plans that nobody has open unless a test says so; remembers what it was told."""

    def __init__(self, database: Database, clock: StoppedClock) -> None:
        super().__init__(database)
        self.clock = clock
        self.open_now: dict[str, Sequence[str]] = {}
        self.told: list[tuple[str, str]] = []

    def open_people(self, plan_id: str) -> Sequence[str]:
        """Return who has a plan open."""
        return self.open_now.get(plan_id, ())

    def recheck(self) -> None:
        """Remember that access was to be asked about again."""
        self.told.append(("recheck", ""))

    def sign_out(self, sign_in: str) -> None:
        """Remember whose connections were to end."""
        self.told.append(("sign_out", sign_in))

    def forget(self, plan_id: str) -> None:
        """Remember which plan was to be put away."""
        self.told.append(("forget", plan_id))

    def enter(self, plan_id: str, seat: Seat, updates: Sequence[bytes]) -> int:
        """Take edits in through the gate, and write them down."""
        with self._database.session() as session:
            stored = self.stored(plan_id)
            document = document_from(*stored.updates)
            gate = Gate(SCHEMA, document, stored.owners)
            for seq, update in enumerate(updates, start=stored.seq + 1):
                admitted = gate.admit(update, seat)
                assert admitted is not None
                document.apply_update(admitted.update)
                gate.settle()
                said = {"author": seat.participant, "client": "request", "n": seq, "at": self.clock()}
                session.add(PlanUpdate(plan_id=plan_id, seq=seq, update=admitted.update, **said))
                for client in admitted.claims:
                    session.add(PlanClient(plan_id=plan_id, client_id=client, participant=seat.participant))
            session.commit()
        return stored.seq + len(updates)

    def stored(self, plan_id: str) -> Stored:
        """Return all that is written of a plan."""
        with self._database.engine.connect() as connection:
            stored = load_plan(connection, plan_id)
        assert stored is not None
        return stored


class AnalysesAtOnce:
    """Works things out on the spot, unless it is late; the process that does it has tests of its own."""

    def __init__(self, live: QuietPlans) -> None:
        self._live = live
        self.is_late = False
        self.periods: dict[str, Period] = {}

    def ways(self, plan_id: str, stakeholder: str) -> list[dict[str, Any]] | None:
        """Return the best ways to a stakeholder."""
        if self.is_late:
            raise NotAnswered(plan_id)
        plan, _ = self._live.read(plan_id)
        known = plan.record("stakeholders", stakeholder) is not None
        return [asdict(way) for way in ways_to(plan, stakeholder)] if known else None

    def ask(self, plan_id: str, question: str, pieces: Sequence[bytes] = (), **arguments: Any) -> list[bytes]:
        """Return what the child would answer."""
        if self.is_late:
            raise NotAnswered(plan_id)
        history = self._live.stored(plan_id).history
        rows = [Row(row.seq, row.author, row.at.isoformat(), row.update) for row in history.rows]
        return answer(Replica(rows, history.authorship, None), question, arguments, pieces)

    def redate(self, plan_id: str, period: Period) -> None:
        """Remember from when to when a plan runs."""
        self.periods[plan_id] = period


class QuickPress:
    """Prints a page in no time: how documents are set has tests of its own."""

    def render_manuscript(self, manuscript: Manuscript, on_progress: object = None) -> bytes:
        """Return something that begins like a PDF and says for whom it is."""
        return b"%PDF-1.7 " + manuscript.about.audience.encode()

    def stop(self) -> None:
        """End nothing."""


class Browser:
    """Somebody's browser: sends what a page of this site sends, and keeps its cookies."""

    def __init__(self, flask: Flask, token: str | None = None, cookie: str = "tavolo") -> None:
        self.client: FlaskClient = flask.test_client()
        self.cookie = cookie
        if token is not None:
            self.client.set_cookie(cookie, token, domain="localhost")

    @property
    def token(self) -> str | None:
        """The session token this browser keeps."""
        found = self.client.get_cookie(self.cookie, domain="localhost")
        return found.value if found else None

    def ask(self, method: str, address: str, body: Any = None, **said: Any) -> TestResponse:
        """Send a request as a page does, and return the answer."""
        headers = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"} | said.pop("headers", {})
        said = said if body is None else said | {"json": body}
        return self.client.open(address, method=method, headers=headers, **said)

    def get(self, address: str, **said: Any) -> TestResponse:
        """Send GET."""
        return self.ask("GET", address, **said)

    def post(self, address: str, body: Any = None, **said: Any) -> TestResponse:
        """Send POST."""
        return self.ask("POST", address, body, **said)

    def put(self, address: str, body: Any = None) -> TestResponse:
        """Send PUT."""
        return self.ask("PUT", address, body)

    def patch(self, address: str, body: Any = None) -> TestResponse:
        """Send PATCH."""
        return self.ask("PATCH", address, body)

    def delete(self, address: str) -> TestResponse:
        """Send DELETE."""
        return self.ask("DELETE", address)


@dataclass
class World:
    """An installation with people in it. `account` and `plan` are the ones they have roles in."""

    flask: Flask
    database: Database
    clock: StoppedClock
    live: QuietPlans
    account: str
    plan: str
    other_account: str
    other_plan: str
    members: dict[str, str]
    tokens: dict[str, str]

    def browser(self, of: str = "nobody") -> Browser:
        """Return the browser of somebody: a name in `tokens`, or nobody's."""
        return Browser(self.flask, self.tokens.get(of))

    def code(self) -> str:
        """Return a join code of the plan."""
        return str(self.browser("facilitator").post(f"/api/plans/{self.plan}/join-code").json["code"])


def an_installation(
    flask: Flask, database: Database, clock: StoppedClock, exports: Exports, settings: Settings | None = None
) -> QuietPlans:
    """Let an application serve this database, and return its plans."""
    given = settings or Settings()
    live = QuietPlans(database, clock)
    analyses = AnalysesAtOnce(live)
    services = Services(
        given,
        database,
        clock,
        QUICK,
        limits_of(given),
        live,
        exports,
        analyses,
        metrics_of(live),
        lambda: None,
    )
    flask.extensions[EXTENSION] = services
    return live


def metrics_of(live: QuietPlans) -> Metrics:
    """Return metrics of an installation in which nothing has happened."""
    return Metrics(lambda: (len(live.open_now), sum(map(len, live.open_now.values()))), Tally(), {})


def populate(database: Database) -> dict[str, Any]:
    """Fill an empty database with everybody, and return their identifiers and tokens."""
    with database.session() as session:
        set_up.begin(session, START, "Adler Works")
        people = {
            name: _member(name) for name in ("owner", "facilitator", "participant", "viewer", "stranger")
        }
        people["account owner"] = _member("account owner")
        people["owner"].is_owner = True
        accounts = [
            Account(id=name.ljust(21, "_"), name=name, created_at=START) for name in ("Meridian", "Orion")
        ]
        session.add_all([*people.values(), *accounts])
        session.flush()
        roles = {"facilitator": Role.FACILITATOR, "participant": Role.PARTICIPANT, "viewer": Role.VIEWER}
        for name, role in (roles | {"account owner": Role.OWNER}).items():
            session.add(AccountMember(account_id=accounts[0].id, member_id=people[name].id, role=role))
        plans = [_plan(session, account) for account in accounts]
        guests = {"guest": _guest(plans[0]), "other guest": _guest(plans[1])}
        session.add_all(guests.values())
        session.flush()
        tokens = {
            name: open_session(session, one, START, LIFE).token for name, one in (people | guests).items()
        }
        session.commit()
        return {
            "account": accounts[0].id,
            "plan": plans[0],
            "other_account": accounts[1].id,
            "other_plan": plans[1],
            "members": {name: one.id for name, one in people.items()} | {n: g.id for n, g in guests.items()},
            "tokens": tokens,
        }


def _member(name: str) -> Member:
    email = f"{name.replace(' ', '.')}@adler.example"
    hashed = _hash_once()
    return Member(
        id=name.replace(" ", "-").ljust(21, "_"),
        email=email,
        name=name.title(),
        department="Sales",
        password_hash=hashed,
        created_at=START,
    )


_hashes: list[str] = []


def _hash_once() -> str:
    if not _hashes:
        _hashes.append(QUICK.hash(PASSWORD))
    return _hashes[0]


def _plan(session: Any, account: Account) -> str:
    days = {"starts_on": dt.date(2027, 1, 1), "ends_on": dt.date(2028, 12, 31)}
    return create_plan(session, account.id, None, START, title=f"{account.name} 2027", **days)


def _guest(plan: str) -> Guest:
    return Guest(
        id=f"guest-of-{plan}"[:21].ljust(21, "_"),
        plan_id=plan,
        name="Gus",
        department="Service",
        joined_at=START,
    )
