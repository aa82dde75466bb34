"""A tablet in a workshop: maps are drawn with a finger."""

import pytest
from playwright.sync_api import Locator, expect

from tests.end_to_end import test_action_views as actions
from tests.end_to_end.conftest import SitDown
from tests.end_to_end.finger import Finger
from tests.end_to_end.installation import Installation
from tests.end_to_end.person import Person
from tests.end_to_end.test_action_views import in_days
from tests.end_to_end.test_strategy_map import CUT, LATE, TOOL, TRAIN, a_map, id_of, piece, place_of

HINT = "Drag from a dot to another card to link the two."
BESIDE = 20
"""How far from the piece the middle of a dot is, in pixels."""
REACH = 21
"""A finger that misses the middle by so much still hits it: 44 pixels across."""
AIMED_AT = """([x, y]) => document.elementFromPoint(x, y)?.closest('[data-side]')?.dataset.side ?? null"""

DATES = {"start": in_days(60), "due": in_days(85)}
GLIDE = """() => {
  const glide = { isOver: false };
  document.addEventListener('scrollend', () => { glide.isOver = true; }, true);
  return glide;
}"""
"""What is thrown glides on; this tells when it has come to rest."""


@pytest.fixture
def plan(tavolo: Installation) -> str:
    """A goal, a challenge and an initiative, each in its place."""
    return a_map(tavolo)


@pytest.fixture
def ana(tavolo: Installation, plan: str, sit_down: SitDown) -> Person:
    """The owner with a tablet, before the strategy map."""
    person = sit_down(tavolo, tablet=True)
    person.bring_owner()
    person.open(plan, TOOL)
    return person


def middle_of(one: Locator) -> tuple[float, float]:
    box = one.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def dots_of(one: Locator) -> dict[str, tuple[float, float]]:
    """Return where the middle of each dot around a piece is."""
    box = one.bounding_box()
    assert box
    (x, y), across, down = middle_of(one), box["width"] / 2 + BESIDE, box["height"] / 2 + BESIDE
    return {"top": (x, y - down), "right": (x + across, y), "bottom": (x, y + down), "left": (x - across, y)}


def test_a_goal_and_an_initiative_are_linked_by_finger(tavolo: Installation, plan: str, ana: Person) -> None:
    expect(ana.page.get_by_text(HINT)).to_have_count(0)
    piece(ana, TRAIN).tap()
    expect(ana.page.get_by_text(HINT)).to_be_visible()
    Finger(ana.page).drag(dots_of(piece(ana, TRAIN))["top"], middle_of(piece(ana, CUT)))
    expect(ana.page.get_by_role("dialog", name=f"{TRAIN} supports {CUT}")).to_be_visible()
    ana.expect_saved()
    (link,) = tavolo.document(plan)["strategy_links"]
    assert (link["from_node"], link["to_node"]) == (id_of(TRAIN), id_of(CUT))
    # Who has linked knows how.
    piece(ana, LATE).tap()
    expect(ana.page.get_by_text(HINT)).to_have_count(0)


@pytest.mark.parametrize("further", [0, 4])
def test_a_finger_hits_the_dots_however_small_the_map_is(further: int, ana: Person) -> None:
    for _time in range(further):
        ana.page.get_by_role("button", name="Further away").tap()
    goal = piece(ana, CUT)
    goal.tap()
    expect(ana.page.get_by_text(HINT)).to_be_visible()
    for side, (x, y) in dots_of(goal).items():
        around = [(x, y), (x - REACH, y), (x + REACH, y), (x, y - REACH), (x, y + REACH)]
        assert {ana.page.evaluate(AIMED_AT, list(point)) for point in around} == {side}


def test_a_piece_that_is_chosen_is_dragged_by_finger_all_the_same(ana: Person) -> None:
    goal = piece(ana, CUT)
    goal.tap()
    before = place_of(ana, CUT)
    x, y = middle_of(goal)
    Finger(ana.page).drag((x, y), (x + 80, y))
    expect(goal).to_be_visible()
    assert place_of(ana, CUT) != before
    ana.expect_saved()


def in_the_middle(bar: Locator) -> tuple[float, float]:
    """Bring a bar clear of the names, whatever day it is and however far it was thrown; say where it is."""
    bar.evaluate("one => one.scrollIntoView({ inline: 'center', block: 'center' })")
    return middle_of(bar)


@pytest.fixture
def timeline(ana: Person, tavolo: Installation) -> str:
    """A plan with two actions, opened at the timeline."""
    plan = tavolo.a_plan(
        actions=[
            actions.an_action(actions.AGREE, "Agree the price", **DATES),
            actions.an_action(actions.BUILD, "Build the pilot", start=in_days(88), due=in_days(113)),
        ]
    )
    actions.look_at(ana, plan, "actions", "Timeline")
    return plan


def test_a_finger_that_rests_on_a_bar_moves_its_days_and_lets_them_be_undone(
    tavolo: Installation, timeline: str, ana: Person
) -> None:
    bar = actions.bar(ana, actions.AGREE)
    label = bar.get_attribute("aria-label") or ""
    x, y = in_the_middle(bar)
    Finger(ana.page).drag(
        (x, y), (x + 60, y), rest=lambda: expect(bar).to_have_attribute("data-dragged", "true")
    )
    ana.expect_saved()
    agree = tavolo.document(timeline)["actions"][0]
    assert DATES["start"] < agree["start"] < agree["due"] > DATES["due"]
    expect(ana.page.get_by_role("dialog")).to_have_count(0)
    bar.focus()
    ana.page.keyboard.press("Control+z")
    expect(bar).to_have_attribute("aria-label", label)


def test_a_finger_that_moves_at_once_scrolls_the_months_and_one_that_only_rests_changes_nothing(
    tavolo: Installation, timeline: str, ana: Person
) -> None:
    bar, before = actions.bar(ana, actions.AGREE), tavolo.document(timeline)["actions"]
    x, y = in_the_middle(bar)
    glide = ana.page.evaluate_handle(GLIDE)
    Finger(ana.page).drag((x, y), (x - 200, y))
    ana.page.wait_for_function("glide => glide.isOver", arg=glide)
    expect(bar).not_to_have_attribute("data-dragged", "true")
    assert middle_of(bar)[0] < x - 100
    there = in_the_middle(bar)
    Finger(ana.page).drag(
        there, there, steps=0, rest=lambda: expect(bar).to_have_attribute("data-dragged", "true")
    )
    expect(bar).not_to_have_attribute("data-dragged", "true")
    ana.expect_saved()
    assert tavolo.document(timeline)["actions"] == before
