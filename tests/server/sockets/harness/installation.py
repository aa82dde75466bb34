"""The server of the harness: rooms, journal and wire are real, and seats come from a test."""

import datetime as dt
import gc
import os
import resource
import signal
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from engineio.socket import Socket
from flask import Flask, request

from planning.plan import Plan as Content
from planning.tools import SCHEMA
from server.access import Role, Seat
from server.analyses.analyst import Analyst
from server.rooms.attendance import Limits
from server.rooms.document import document_bytes
from server.rooms.journal import Journal
from server.rooms.rooms import Rooms
from server.sockets.attach import attach
from server.sockets.fan_out import FanOut
from server.sockets.serve import run
from server.store.database import Database, open_database
from server.store.migrate import migrate
from server.store.models import Account, Plan, PlanUpdate
from tests.builders import every_field_filled
from tests.server.sockets.harness.dying import interrupt_at
from tests.server.sockets.harness.origin import ORIGIN

NOON = dt.datetime(2027, 1, 11, 12, 0, 0)
PLAN = "plan".ljust(21, "_")


class Table:
    """Who sits where, by token; a test may change it at any time."""

    def __init__(self) -> None:
        self.seats: dict[str, Seat] = {}

    def seat_at(self, token: str, plan_id: str) -> Seat | None:
        """Return the seat a token has at a plan; tokens say who and what: `anna`, `victor:viewer`."""
        if token not in self.seats:
            name, _, role = token.partition(":")
            participant = name.ljust(21, "_")
            department = "Service" if name > "m" else "Sales"
            title = name.capitalize()
            self.seats[token] = Seat(token, participant, title, department, Role(role or "participant"), "")
        seat = self.seats[token]
        return None if seat.plan == "nowhere" else replace(seat, plan=plan_id)

    def check(self, wanted: set[tuple[str, str]]) -> Mapping[tuple[str, str], Seat]:
        """Return the seats of those who still have one."""
        found = {key: self.seat_at(*key) for key in wanted}
        return {key: seat for key, seat in found.items() if seat is not None}


def make_plan(database: Database, plan_id: str = PLAN, content: Content | None = None) -> None:
    """Put a plan into a database unless it is there."""
    with database.session() as session:
        if session.get(Plan, plan_id) is not None:
            return
        if session.get(Account, "account") is None:
            session.add(Account(id="account", name="Northlake", created_at=NOON))
            session.flush()
        day = NOON.date()
        session.add(
            Plan(
                id=plan_id,
                account_id="account",
                title="Plan",
                starts_on=day,
                ends_on=day,
                lineage=plan_id[::-1],
                created_at=NOON,
                changed_at=NOON,
            )
        )
        session.flush()
        session.add(
            PlanUpdate(
                plan_id=plan_id,
                seq=1,
                author="server",
                client="server",
                n=0,
                at=NOON,
                update=document_bytes(SCHEMA, content),
            )
        )
        session.commit()


def a_large_plan(records: int) -> Content:
    """Return a plan with about so many records, spread over its sections, every field filled."""
    sample = every_field_filled()
    sections = [key for key, section in SCHEMA.sections.items() if section.many]
    each = records // len(sections) + 1
    collections = {}
    for key in sections:
        record = next(iter(sample.collections[key].values()))
        collections[key] = {f"{key[:10]:_<10}{number:011d}": record for number in range(each)}
    return Content(SCHEMA, sample.facts, collections)


def now() -> dt.datetime:
    """Return the present moment, UTC without zone."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def build(flask: Flask, database: Database, table: Table, options: Mapping[str, float]) -> Rooms:
    """Return rooms on the wire of an application."""
    url = database.engine.url
    analyst = Analyst(now, lambda plan_id: None)
    rooms = Rooms(
        SCHEMA,
        Journal(lambda: Database(url).engine, options.get("lease_seconds", 0.0)),
        FanOut().deliver,
        table.check,
        now=now,
        limits=Limits(edits_per_second=int(options.get("edits_per_second", 50))),
        unload_after=options.get("unload_after", 60.0),
        # Only for those who ask: what else is tested and measured here has the processor to itself.
        witness=analyst if options.get("reports") else None,
    )
    if options.get("reports"):
        analyst.follow(rooms)
        analyst.warm()
    attach(flask, rooms, table.seat_at, [ORIGIN])
    return rooms


def add_controls(flask: Flask, database: Database, table: Table, rooms: Rooms) -> None:
    """Let a test act from outside."""

    @flask.post("/seat/<token>")
    def seat(token: str) -> dict[str, Any]:
        change: dict[str, Any] = request.get_json()
        if "role" in change:
            change["role"] = Role(change["role"])
        table.seat_at(token, "")
        table.seats[token] = replace(table.seats[token], **change)
        if request.args.get("now"):
            rooms.recheck()
        return {}

    @flask.post("/plans/<plan_id>")
    def plan(plan_id: str) -> dict[str, Any]:
        records = int(request.args.get("records", 0))
        make_plan(database, plan_id, a_large_plan(records) if records else None)
        return {}

    @flask.get("/plans/<plan_id>")
    def read(plan_id: str) -> dict[str, Any]:
        content, seq = rooms.read(plan_id)
        people = [seat.participant for seat in rooms.open_people(plan_id)]
        return {"facts": content.facts, "collections": content.collections, "seq": seq, "people": people}

    @flask.post("/sign_out/<token>")
    def sign_out(token: str) -> dict[str, Any]:
        rooms.sign_out(token)
        return {}

    @flask.post("/interrupt/<step>/<how>")
    def interrupt(step: str, how: str) -> dict[str, Any]:
        interrupt_at(step, signal.Signals[how])
        return {}


def add_measures(flask: Flask) -> None:
    """Tell a test what the process uses."""

    @flask.get("/spent")
    def spent() -> dict[str, float]:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return {"cpu": usage.ru_utime + usage.ru_stime, "memory": pages * resource.getpagesize()}

    @flask.get("/loaded")
    def loaded() -> dict[str, Any]:
        return {"modules": [name for name in sys.modules if "." not in name], "collects": gc.isenabled()}

    @flask.get("/connections")
    def connections() -> dict[str, int]:
        gc.collect()
        kept = [one for one in gc.get_objects() if isinstance(one, Socket)]
        return {"kept": len(kept)}


def main() -> None:
    """Serve the folder in the first argument; `name=value` after it are options."""
    # As `serve_installation` does: the imports are done.
    gc.freeze()
    options = {name: float(value) for name, _, value in (word.partition("=") for word in sys.argv[2:])}
    database = open_database(Path(sys.argv[1]), os.environ.get("TAVOLO_DATABASE_URL", ""))
    migrate(database)
    make_plan(database)
    flask, table = Flask("harness"), Table()
    rooms = build(flask, database, table, options)
    add_controls(flask, database, table, rooms)
    add_measures(flask)
    run(
        flask,
        "127.0.0.1",
        int(options.get("port", 0)),
        stop=rooms.stop,
        started=lambda host, port: print(f"listening {port}", flush=True),
    )
