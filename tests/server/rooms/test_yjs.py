"""What the library of the pages writes passes both gates, and both libraries agree on the plan."""

from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

import pytest

from planning.tools import SCHEMA
from server.rooms.document import document_bytes, document_from, read_plan
from server.rooms.folding import same_content
from server.rooms.gate import Gate
from tests.builders import a_plan
from tests.server.rooms.builders import a_seat, a_stamp
from tests.server.rooms.test_document import FORMATTED
from tests.server.rooms.test_runs import Trials
from tests.server.rooms.yjs import FRONTEND, run_script

PAGE = Path(__file__).parent / "yjs_page.mjs"

pytestmark = pytest.mark.skipif(not (FRONTEND / "node_modules" / "yjs").is_dir(), reason="npm ci has not run")

ANNA = a_seat("anna")
PLAN = document_bytes(SCHEMA, a_plan(profile={"priorities": FORMATTED}))


@pytest.fixture(scope="module")
def page() -> dict[str, Any]:
    """What a page did with the plan."""
    given = {
        "document": b64encode(PLAN).decode(),
        "fields": [[name, field.shared_type] for name, field in SCHEMA.sections["actions"].fields.items()],
        "stamp": a_stamp(ANNA),
    }
    return run_script(PAGE, given)


def admit(*updates: str) -> Any:
    """Let updates through the gate of the plan, and return the document."""
    document = document_from(PLAN)
    gate = Gate(SCHEMA, document, {})
    for update in updates:
        admitted = gate.admit(b64decode(update), ANNA)
        if admitted is not None:
            document.apply_update(admitted.update)
            gate.settle()
    return document


def test_every_edit_of_a_page_enters(page: dict[str, Any]):
    """D5: what undo and redo write, and taking a record out of the bin, are edits as any other."""
    plan = read_plan(admit(*page["updates"]), SCHEMA)
    profile = plan.fact("profile")
    assert (profile["industry"], profile["employees"]) == ("Hospitals 😀", 1200)
    assert profile["vision"] == page["vision"] == "Hello 😀 wörld à nous"
    nodes = [[node["type"], node.get("attrs", {})] for node in profile["priorities"]["content"]]
    assert nodes == page["kinds"]
    (action,) = plan.records("actions")
    assert (action["effort"], action["notes"]) == (2.5, "note")


def test_w5_of_what_somebody_types_letter_by_letter_only_the_first_is_tried(page: dict[str, Any]):
    document, trials = document_from(PLAN), []
    gate = Trials(SCHEMA, document, {})
    for update in page["updates"]:
        document.apply_update(gate.admit(b64decode(update), ANNA).update)
        gate.settle()
        trials.append(gate.count)
    assert len(trials) == page["typed_from"] + 12
    assert trials[-1] == trials[page["typed_from"] - 1] + 2


def test_what_was_done_offline_enters_in_one_edit(page: dict[str, Any]):
    assert same_content(admit(page["lacking"]), admit(*page["updates"]))


def test_w9_a_whole_copy_enters_once(page: dict[str, Any]):
    document = admit(page["whole"], page["whole"], *page["updates"])
    assert same_content(document, admit(*page["updates"]))
