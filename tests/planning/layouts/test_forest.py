"""Records below each other, in charts that fit a page."""

from planning.layouts.forest import below_of, charts, slots, walk


def everybody(found: list[list[str]]) -> set[str]:
    return {id for chart in found for id in chart}


def a_company(levels: int, each: int) -> dict[str, str | None]:
    """Return a tree in which everybody has `each` people below them."""
    above: dict[str, str | None] = {"0": None}
    last = ["0"]
    for _level in range(levels):
        last = [f"{head}.{number}" for head in last for number in range(each)]
        above |= {id: id.rsplit(".", 1)[0] for id in last}
    return above


def test_everybody_stands_below_their_boss_and_before_their_people():
    below = below_of({"boss": None, "second": "boss", "first": "boss", "below": "second"})

    assert walk(below) == [(0, "boss"), (1, "second"), (2, "below"), (1, "first")]


def test_people_who_report_to_each_other_are_all_there_once():
    below = below_of({"a": "c", "b": "a", "c": "b", "self": "self", "stray": "gone"})

    assert sorted(id for _, id in walk(below)) == ["a", "b", "c", "self", "stray"]


def test_a_chain_of_a_thousand_is_no_problem():
    above = {str(n): str(n - 1) if n else None for n in range(1_000)}

    assert walk(below_of(above))[-1] == (999, "999")


def test_what_fits_on_a_page_is_one_chart():
    below = below_of(a_company(levels=2, each=3))

    assert len(charts(below, most=20)) == 1


def test_a_large_company_is_drawn_in_charts_of_which_none_is_too_large():
    above = a_company(levels=3, each=6)
    found = charts(below_of(above), most=28)

    assert everybody(found) == set(above)
    assert max(map(len, found)) <= 28
    assert found[0][0] == "0"


def test_two_hundred_people_under_one_boss_are_drawn_with_the_boss_in_every_chart():
    above = {"boss": None} | {f"p{n}": "boss" for n in range(200)}
    found = [chart for chart in charts(below_of(above), most=28) if chart != ["boss"]]

    assert everybody(found) == set(above)
    assert all(chart[0] == "boss" and len(chart) <= 28 for chart in found)


def test_a_head_stands_in_the_middle_above_what_is_below():
    below = below_of({"boss": None, "a": "boss", "b": "boss", "c": "boss"})
    place, count = slots(below, ["boss", "a", "b", "c"])

    assert (place["boss"], count) == (1.0, 3)


def test_nobody_at_all_gives_no_chart():
    assert charts(below_of({}), most=28) == []
