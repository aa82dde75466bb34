"""Lines of a drawing stay clear of its boxes and of each other."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from planning.layouts.boxes import Box, Point
from planning.layouts.passages import Link
from planning.layouts.routing import Routed, routed
from planning.layouts.rows import across_by_links, across_by_places, rows_of_lanes, rows_of_places

NODE, GAP, ROOM, HEIGHT = 92.0, 11.0, 410.0, 30.0
NAMES = [f"n{number}" for number in range(24)]
GRAPHS = st.lists(st.permutations(NAMES).map(lambda names: (names[0], names[1])), max_size=30)
LANES = st.lists(st.sampled_from((0, 1, 2, 3)), min_size=len(NAMES), max_size=len(NAMES))


def drawn(
    rows: list[list[str]], middles: dict[str, float], links: list[tuple[str, str]], **trunk: str
) -> Routed:
    sizes = {id: (NODE, HEIGHT + 8 * (at % 3)) for at, id in enumerate(middles)}
    gaps = [14.0] * (len(rows) + 1)
    joined = [Link(a, b, trunk.get(a, "")) for a, b in links]
    return routed(rows, middles, sizes, joined, room=ROOM, gaps=gaps)


def in_lanes(lanes: list[int], links: list[tuple[str, str]]) -> Routed:
    by_lane = [[name for name, one in zip(NAMES, lanes, strict=True) if one == lane] for lane in range(4)]
    rows, _ = rows_of_lanes(by_lane, links, abreast=3)
    return drawn(rows, across_by_links(rows, links, NODE + GAP, ROOM), links)


def runs_behind(piece: tuple[Point, Point], box: Box) -> bool:
    (x1, y1), (x2, y2) = piece
    inside = 0.01
    return (
        min(x1, x2) < box.right - inside
        and max(x1, x2) > box.x + inside
        and min(y1, y2) < box.bottom - inside
        and max(y1, y2) > box.y + inside
    )


@settings(max_examples=60, deadline=None)
@given(LANES, GRAPHS)
def test_no_line_runs_behind_a_box(lanes: list[int], links: list[tuple[str, str]]):
    found = in_lanes(lanes, links)

    for line in found.lines:
        for piece in pairwise(line):
            assert [id for id, box in found.boxes.items() if runs_behind(piece, box)] == []


@settings(max_examples=40, deadline=None)
@given(LANES, GRAPHS)
def test_no_two_lines_run_on_each_other_between_rows(lanes: list[int], links: list[tuple[str, str]]):
    found = in_lanes(lanes, links)
    levels = [
        (one[1], min(one[0], other[0]), max(one[0], other[0]))
        for line in found.lines
        for one, other in pairwise(line)
        if one[1] == other[1]
    ]

    for (y1, low, high), (y2, left, right) in combinations(levels, 2):
        assert y1 != y2 or right <= low or left >= high


@settings(max_examples=40, deadline=None)
@given(LANES)
def test_boxes_stand_apart_and_inside_the_drawing(lanes: list[int]):
    boxes = in_lanes(lanes, []).boxes.values()

    assert all(box.x >= -0.01 and box.right <= ROOM + 0.01 for box in boxes)
    assert not any(
        one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
        for one, other in combinations(boxes, 2)
    )


def test_a_line_begins_and_ends_at_the_sides_that_face_each_other():
    found = drawn([["effect"], ["cause"]], {"effect": 60.0, "cause": 300.0}, [("cause", "effect")])
    line, cause, effect = found.lines[0], found.boxes["cause"], found.boxes["effect"]

    assert line[0][1] == cause.y
    assert line[-1][1] == effect.bottom


def test_a_line_within_a_row_goes_over_the_tops():
    found = drawn([["a", "b", "c"]], {"a": 50.0, "b": 160.0, "c": 270.0}, [("a", "c")])

    assert max(y for _, y in found.lines[0]) == found.boxes["a"].y


def test_boxes_below_each_other_are_joined_by_one_upright_line():
    found = drawn([["boss"], ["report"]], {"boss": 100.0, "report": 110.0}, [("boss", "report")])

    assert len(found.lines[0]) == 2
    assert found.lines[0][0][0] == found.lines[0][1][0]


def test_lines_of_a_trunk_begin_together_and_share_their_level():
    middles = {"boss": 200.0, "a": 60.0, "b": 200.0, "c": 340.0}
    links = [("boss", "a"), ("boss", "b"), ("boss", "c")]
    lines = drawn([["boss"], ["a", "b", "c"]], middles, links, boss="boss").lines

    assert {line[0] for line in lines} == {lines[0][0]}
    assert lines[0][1][1] == lines[2][1][1]


def test_the_room_between_two_rows_grows_with_the_lines_in_it():
    middles = {"a": 50.0, "b": 160.0, "c": 270.0, "x": 50.0, "y": 160.0, "z": 270.0}
    rows = [["a", "b", "c"], ["x", "y", "z"]]
    few = drawn(rows, middles, [("x", "c")])
    many = drawn(rows, middles, [("x", "c"), ("z", "a"), ("y", "a"), ("x", "b")])

    assert many.height > few.height


def test_what_people_have_put_side_by_side_stays_side_by_side_and_in_their_order():
    places = {"late": (900.0, 12.0), "early": (-300.0, 0.0), "below": (100.0, 400.0)}
    rows = rows_of_places(list(places), places, near=84, abreast=4)
    middles = across_by_places(rows, places, NODE + GAP, ROOM)

    assert rows == [["early", "late"], ["below"]]
    assert middles["early"] < middles["below"] < middles["late"]


def test_places_on_each_other_are_drawn_apart():
    places = {"a": (0.0, 0.0), "b": (1.0, 0.0), "c": (2.0, 0.0)}
    rows = rows_of_places(list(places), places, near=84, abreast=4)
    middles = sorted(across_by_places(rows, places, NODE + GAP, ROOM).values())

    assert all(right - left >= NODE + GAP - 0.01 for left, right in pairwise(middles))


def test_a_drawing_of_nothing_is_as_high_as_its_margins():
    assert routed([], {}, {}, [], room=ROOM, gaps=[8.0]).height == 8.0
