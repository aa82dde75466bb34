"""Somebody is erased while others type in the same plan: they lose nothing, and see the same afterwards."""

import json
import os
import re
import sqlite3
import threading
import zlib
from time import monotonic
from typing import Any

from pycrdt import Text

from server.store.database import FILE
from tests.builders import an_id
from tests.end_to_end.installation import Installation
from tests.server.history.test_erasing import DEPARTMENT, EMAIL, NAME, speaks
from tests.server.rooms.builders import a_record
from tests.wire_client import WireClient

COMMENT = an_id("comment")
PASSWORD = "a long way to the aviary"
PAUSE, AT_LEAST, AT_MOST = 0.02, 20, 150
"""Seconds between two edits of somebody, and how many they make: the erasure falls in the middle."""

VERSIONS, VERSION_BYTES = 80, 1_000_000
"""What else the file holds: to write it anew at once takes seconds."""
LONGEST = 0.4
"""Seconds that an edit may take meanwhile: a commit takes one hundredth, a step of erasing two or three."""


def a_member(tavolo: Installation, plan: str) -> Installation:
    """Invite the person into the account of a plan, and let them accept."""
    account = tavolo.call("GET", f"/api/plans/{plan}")["account"]["id"]
    said = {"email": EMAIL, "account_id": account, "role": "participant"}
    link = tavolo.call("POST", "/api/invitations", said)["link"]
    theirs = tavolo.for_somebody_else()
    said = {"name": NAME, "department": DEPARTMENT, "password": PASSWORD}
    theirs.call("POST", "/api/invitations/accept", {"token": link.split("#")[1], **said})
    return theirs


def a_guest(tavolo: Installation, plan: str, code: str, name: str) -> WireClient:
    """Let somebody join a plan by its code."""
    theirs = tavolo.for_somebody_else()
    theirs.call("POST", "/api/join", {"code": code, "name": name, "department": "Service"})
    return WireClient(tavolo.url, plan, theirs.token).join()


class Typist(threading.Thread):
    """Somebody who goes on typing numbered words until it is enough."""

    def __init__(self, client: WireClient, mark: str, enough: threading.Event) -> None:
        super().__init__(daemon=True)
        self.client, self.mark, self.enough = client, mark, enough
        self.typed: list[str] = []
        self.is_warm = threading.Event()

    def run(self) -> None:
        """Type, and wait until each word is saved."""
        while len(self.typed) < AT_MOST and not (self.enough.is_set() and self.is_warm.is_set()):
            word = f"<{self.mark}{len(self.typed)}>"
            self.client.edit(lambda word=word: vision(self.client).insert(0, word))
            self.client.wait_saved()
            self.typed.append(word)
            if len(self.typed) >= AT_LEAST:
                self.is_warm.set()
            self.enough.wait(PAUSE)


def vision(client: WireClient) -> Any:
    return client.section("profile", "customer_profile")["vision"]


def sign(canary: WireClient) -> None:
    """Let the person write a comment, which carries their name and department."""
    written = {
        "key": canary.you["participant"],
        "name": canary.you["name"],
        "department": canary.you["department"],
        "at": "2027-01-11T12:00:00Z",
    }
    comment = a_record("comments", text=Text("Keep the spare pump."), written=written)
    canary.edit(lambda: canary.section("comments").update({COMMENT: comment}))
    canary.wait_saved()


def test_whoever_types_while_somebody_is_erased_loses_nothing_and_all_copies_are_equal(
    tavolo: Installation,
) -> None:
    plan = tavolo.a_plan()
    person = a_member(tavolo, plan)
    canary = WireClient(tavolo.url, plan, person.token).join()
    sign(canary)
    code, enough = tavolo.join_code(plan), threading.Event()
    guests = [a_guest(tavolo, plan, code, name) for name in ("Gina", "Gus", "Greta")]
    typists = [Typist(guest, mark, enough) for guest, mark in zip(guests, "abc", strict=True)]
    for typist in typists:
        typist.start()
    for typist in typists:
        assert typist.is_warm.wait(30)
    member = next(one for one in tavolo.call("GET", "/api/members") if one["email"] == EMAIL)
    assert tavolo.call("DELETE", f"/api/persons/{member['id']}") is None
    during = [len(typist.typed) for typist in typists]
    enough.set()
    for typist in typists:
        typist.join(30)
    assert min(during) < AT_MOST, "Nobody typed any more when the person was erased."
    assert canary.wait_event("refused")[0]["code"] in ("removed", "signed_out")
    kept = tavolo.document(plan)
    typed = [word for typist in typists for word in typist.typed]
    assert sorted(re.findall(r"<\w+>", kept["profile"]["vision"])) == sorted(typed)
    (comment,) = kept["comments"]
    assert (comment["text"], comment["written"]["name"]) == ("Keep the spare pump.", "Somebody who has left")
    for guest in guests:
        guest.wait_for(lambda g=guest: str(vision(g)) == kept["profile"]["vision"])
        stamp = guest.section("comments")[COMMENT]["written"]
        assert (stamp["name"], stamp["department"]) == ("Somebody who has left", "")
        guest.close()
    tavolo.stop()
    files = [path for path in tavolo.data.rglob("*") if path.is_file()]
    assert [path.name for path in files if speaks(path.read_bytes())] == []


def fill(tavolo: Installation, plan: str) -> None:
    """Give a plan many large versions."""
    packed = zlib.compress(json.dumps({"x": os.urandom(VERSION_BYTES // 2).hex()}).encode(), 1)
    rows = [(an_id(f"version{n}"), plan, n, "daily", "", "2027-01-11", packed, b"") for n in range(VERSIONS)]
    file = sqlite3.connect(tavolo.data / FILE)
    columns = "id, plan_id, seq, kind, name, made_at, content, authorship"
    for row in rows:
        with file:
            file.execute(f"INSERT INTO plan_version ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    file.close()


def test_nobody_waits_at_another_plan_while_somebody_is_erased_from_a_large_file(
    tavolo: Installation,
) -> None:
    plan, other = tavolo.a_plan(), tavolo.a_plan()
    canary = WireClient(tavolo.url, plan, a_member(tavolo, plan).token).join()
    sign(canary)
    canary.close()
    fill(tavolo, plan)
    typing = a_guest(tavolo, other, tavolo.join_code(other), "Gina")
    member = next(one for one in tavolo.call("GET", "/api/members") if one["email"] == EMAIL)
    erasing = threading.Thread(target=lambda: tavolo.call("DELETE", f"/api/persons/{member['id']}"))
    waits: list[float] = []
    while erasing.is_alive() or not waits:
        began = monotonic()
        typing.edit(lambda: vision(typing).insert(0, "x"))
        typing.wait_saved()
        waits.append(monotonic() - began)
        if len(waits) == 1:
            erasing.start()
        erasing.join(PAUSE)
    typing.close()
    assert len(waits) > AT_LEAST
    assert max(waits[1:]) < LONGEST
    assert tavolo.document(other)["profile"]["vision"] == "x" * len(waits)
    tavolo.stop()
    files = [path for path in tavolo.data.rglob("*") if path.is_file()]
    assert [path.name for path in files if speaks(path.read_bytes())] == []
