"""The strategy map: many hands on one map, by mouse, by keyboard and on a phone."""

import re
from typing import Any

from playwright.sync_api import Locator, expect

from tests.end_to_end.conftest import SitDown
from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person

TOOL = "strategy_map"
CUT, LATE, TRAIN = "Cut waiting times", "Letters are late", "Train the wards"


def id_of(title: str) -> str:
    """Return the 21 signs by which a record of this title is known."""
    return re.sub(r"[^a-z0-9]", "-", title.lower())[:21].ljust(21, "0")


def record(title: str, **more: Any) -> dict[str, Any]:
    return {"id": id_of(title), "title": title, **more}


def node(title: str, kind: str, perspective: str, x: float, **more: Any) -> dict[str, Any]:
    return record(title, kind=kind, perspective=perspective, x=x, y=0, **more)


def a_map(tavolo: Installation) -> str:
    """Return a plan with three nodes, each in its place."""
    return tavolo.a_plan(
        strategy_nodes=[
            node(CUT, "goal", "customer", 0, importance=5, evidence="confirmed"),
            node(LATE, "challenge", "process", 0),
            node(TRAIN, "initiative", "learning", 400),
        ]
    )


def piece(person: Person, title: str) -> Locator:
    """Return a node of the map by its title."""
    return person.page.get_by_role("group", name=re.compile(f": {re.escape(title)}"))


def place_of(person: Person, title: str) -> str:
    """Return where a node stands in the map's own units."""
    style = piece(person, title).get_attribute("style") or ""
    found = re.search(r"translate\([^)]*\)", style)
    assert found, style
    return found.group()


def expect_same_place(one: Person, other: Person, title: str) -> str:
    """Wait until two people see a node in one place, and return it."""
    one.expect_saved()
    other.expect_saved()
    place = place_of(one, title)
    expect(piece(other, title)).to_have_attribute("style", re.compile(re.escape(place)))
    return place


class Hand:
    """A hand on a node, which it drags a little at a time."""

    def __init__(self, person: Person, title: str) -> None:
        self.mouse = person.page.mouse
        box = piece(person, title).bounding_box()
        assert box
        self.x, self.y = box["x"] + box["width"] / 2, box["y"] + 12
        self.mouse.move(self.x, self.y)
        self.mouse.down()

    def move(self, x: float, y: float, steps: int = 4) -> None:
        self.x, self.y = self.x + x, self.y + y
        self.mouse.move(self.x, self.y, steps=steps)

    def let_go(self) -> None:
        self.mouse.up()


def seat_two(tavolo: Installation, ana: Person, sit_down: SitDown) -> tuple[str, Person]:
    """Seat Ana and Mei at one map, both with it open."""
    plan = a_map(tavolo)
    mei = sit_down(tavolo)
    mei.take_seat(tavolo.join_code(plan), "Mei Lin", "Service")
    for person in (ana, mei):
        person.open(plan, TOOL)
        expect(piece(person, CUT)).to_be_visible()
    for person in (ana, mei):
        # A line that says that the page is still connecting would move the map when it goes.
        expect(person.page.get_by_role("button", name="2 people here")).to_be_visible()
        person.expect_saved()
    return plan, mei


def test_two_people_drag_different_nodes_at_once(
    tavolo: Installation, ana: Person, sit_down: SitDown
) -> None:
    _, mei = seat_two(tavolo, ana, sit_down)
    before = place_of(ana, CUT), place_of(ana, LATE)
    hers, his = Hand(ana, CUT), Hand(mei, LATE)
    for _step in range(4):
        hers.move(30, 0)
        his.move(40, 0)
    expect(piece(mei, CUT).get_by_text("Ana Ricci · Sales")).to_be_visible()
    hers.let_go()
    his.let_go()
    after = expect_same_place(ana, mei, CUT), expect_same_place(mei, ana, LATE)
    assert after[0] != before[0]
    assert after[1] != before[1]


def test_a_node_moves_for_others_while_it_is_dragged(
    tavolo: Installation, ana: Person, sit_down: SitDown
) -> None:
    plan, mei = seat_two(tavolo, ana, sit_down)
    hand = Hand(ana, CUT)
    hand.move(120, 0)
    place = place_of(ana, CUT)
    expect(piece(mei, CUT)).to_have_attribute("style", re.compile(re.escape(place)))
    assert tavolo.document(plan)["strategy_nodes"][0]["x"] == 0
    hand.let_go()
    ana.expect_saved()
    assert tavolo.document(plan)["strategy_nodes"][0]["x"] > 0


def test_two_people_drag_one_node_and_it_ends_in_one_place(
    tavolo: Installation, ana: Person, sit_down: SitDown
) -> None:
    _, mei = seat_two(tavolo, ana, sit_down)
    hers, his = Hand(ana, CUT), Hand(mei, CUT)
    hers.move(120, 0)
    his.move(240, 0)
    held = place_of(mei, CUT)
    hers.let_go()
    ana.expect_saved()
    # What is in his hand stays there, whatever others do to it.
    assert place_of(mei, CUT) == held
    his.let_go()
    assert expect_same_place(mei, ana, CUT) == held


def test_a_node_that_is_dropped_in_another_lane_has_its_perspective(
    tavolo: Installation, ana: Person
) -> None:
    plan = a_map(tavolo)
    ana.open(plan, TOOL)
    target = piece(ana, TRAIN).bounding_box()
    start = piece(ana, CUT).bounding_box()
    assert target
    assert start
    hand = Hand(ana, CUT)
    hand.move(0, target["y"] - start["y"], steps=8)
    hand.let_go()
    ana.expect_saved()
    assert tavolo.document(plan)["strategy_nodes"][0]["perspective"] == "learning"
    ana.page.keyboard.press("Control+z")
    ana.expect_saved()
    goal = tavolo.document(plan)["strategy_nodes"][0]
    assert (goal["perspective"], goal["x"], goal["y"]) == ("customer", 0, 0)


def test_a_goal_and_a_link_are_made_with_the_keyboard_alone(tavolo: Installation, ana: Person) -> None:
    plan = a_map(tavolo)
    ana.open(plan, TOOL)
    keyboard = ana.page.keyboard
    piece(ana, CUT).focus()
    keyboard.press("n")
    expect(ana.page.get_by_role("textbox", name="Title")).to_be_focused()
    keyboard.type("Save a million")
    keyboard.press("Enter")
    expect(piece(ana, "Save a million")).to_be_focused()
    keyboard.press("l")
    keyboard.type("late")
    keyboard.press("Enter")
    menu = ana.page.get_by_role("dialog", name=f"Save a million addresses {LATE}")
    expect(menu.get_by_role("button", name="Addresses")).to_be_focused()
    keyboard.press("ArrowLeft")
    keyboard.press("Enter")
    keyboard.press("Escape")
    expect(piece(ana, "Save a million")).to_be_focused()
    ana.expect_saved()
    nodes, links = (tavolo.document(plan)[section] for section in ("strategy_nodes", "strategy_links"))
    made = next(one for one in nodes if one["title"] == "Save a million")
    assert made["kind"] == "goal"
    assert [(one["from_node"], one["kind"]) for one in links] == [(made["id"], "hinders")]


def test_arrow_keys_walk_alt_moves_and_delete_can_be_taken_back(tavolo: Installation, ana: Person) -> None:
    plan = a_map(tavolo)
    ana.open(plan, TOOL)
    keyboard = ana.page.keyboard
    piece(ana, CUT).focus()
    keyboard.press("ArrowDown")
    expect(piece(ana, LATE)).to_be_focused()
    before = place_of(ana, LATE)
    keyboard.press("Alt+ArrowRight")
    expect(piece(ana, LATE)).not_to_have_attribute("style", re.compile(re.escape(before)))
    keyboard.press("Delete")
    expect(piece(ana, LATE)).to_have_count(0)
    ana.page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(piece(ana, LATE)).to_be_visible()
    piece(ana, LATE).focus()
    keyboard.press("Enter")
    expect(ana.form.get_by_role("heading", name=LATE)).to_be_visible()


def test_a_link_is_drawn_from_one_node_to_another(tavolo: Installation, ana: Person) -> None:
    plan = a_map(tavolo)
    ana.open(plan, TOOL)
    piece(ana, LATE).hover()
    start, end = piece(ana, LATE).bounding_box(), piece(ana, CUT).bounding_box()
    assert start
    assert end
    mouse = ana.page.mouse
    mouse.move(start["x"] + start["width"] / 2, start["y"])
    mouse.down()
    mouse.move(end["x"] + end["width"] / 3, end["y"] + end["height"] / 2, steps=8)
    mouse.up()
    expect(ana.page.get_by_role("dialog", name=f"{LATE} hinders {CUT}")).to_be_visible()
    ana.expect_saved()
    (link,) = tavolo.document(plan)["strategy_links"]
    assert link["kind"] == "hinders"


def test_a_double_click_in_a_lane_adds_a_node_there(tavolo: Installation, ana: Person) -> None:
    plan = a_map(tavolo)
    ana.open(plan, TOOL)
    box = piece(ana, LATE).bounding_box()
    assert box
    ana.page.mouse.dblclick(box["x"] + 3 * box["width"], box["y"] + box["height"] / 2)
    ana.page.keyboard.type("Book by phone")
    ana.page.keyboard.press("Enter")
    ana.expect_saved()
    made = next(n for n in tavolo.document(plan)["strategy_nodes"] if n["title"] == "Book by phone")
    assert made["perspective"] == "process"


def test_a_goal_leads_to_the_objectives_and_actions_that_serve_it(tavolo: Installation, ana: Person) -> None:
    goal = node(CUT, "goal", "customer", 0)
    objective = record("Queues below 20 minutes", goals=[goal["id"]])
    action = record("Install the kiosks", objective=objective["id"])
    plan = tavolo.a_plan(strategy_nodes=[goal], objectives=[objective], actions=[action])
    ana.open(plan, TOOL)
    piece(ana, CUT).focus()
    ana.page.keyboard.press("Space")
    serving = ana.page.get_by_role("complementary", name=f"What we do about “{CUT}”")
    expect(serving.get_by_role("link", name="Queues below 20 minutes")).to_be_visible()
    serving.get_by_role("link", name="Install the kiosks").click()
    expect(ana.form.get_by_role("heading", name="Install the kiosks")).to_be_visible()


def test_a_phone_reads_the_map(tavolo: Installation, sit_down: SitDown) -> None:
    reader = sit_down(tavolo, phone=True, reduced_motion="reduce")
    reader.bring_owner()
    reader.open(a_map(tavolo), TOOL)
    expect(piece(reader, CUT)).to_be_in_viewport()
    before = place_of(reader, CUT)
    piece(reader, CUT).tap()
    expect(reader.form.get_by_role("heading", name=CUT)).to_be_visible()
    assert place_of(reader, CUT) == before
