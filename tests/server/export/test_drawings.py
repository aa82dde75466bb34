"""What is drawn, for whom, and that gaps in a plan leave a sensible drawing."""

import re
from typing import Any

import pytest

from planning.plan import Plan
from server.export.edition import Audience
from server.export.findings import MANY_ALIKE, MOST_LINKED
from server.export.page import render_html
from server.export.views.timeline import STEP
from tests.builders import STAMP, a_plan
from tests.server.export.northlake import an_edition, northlake

TITLE = re.compile(r"<svg[^>]*><title>([^<]*)</title>")
BOTH = pytest.mark.parametrize("audience", list(Audience))


def a_page(plan: Plan, audience: Audience = Audience.TEAM) -> str:
    return render_html(plan, an_edition(audience))


def drawings(plan: Plan, audience: Audience = Audience.TEAM) -> list[str]:
    """Return what each drawing says of itself."""
    return TITLE.findall(a_page(plan, audience))


def sizes(page: str) -> list[tuple[float, float]]:
    return [
        (float(width), float(height))
        for width, height in re.findall(r'<svg[^>]* width="([\d.]+)pt" height="([\d.]+)pt"', page)
    ]


def starts(said: list[str], beginning: str) -> bool:
    return any(one.startswith(beginning) for one in said)


@BOTH
def test_both_readers_get_map_calendar_objectives_divisions_history_and_figures(audience: Audience):
    said = drawings(northlake(), audience)

    for beginning in ("Strategy map", "Calendar of", "Map of"):
        assert starts(said, beginning), beginning
    assert any("along the years" in one for one in said)
    assert any("over time" in one for one in said)


def test_only_the_team_gets_the_organisation_chart_and_every_matrix():
    plan = northlake()
    team, customer = a_page(plan), a_page(plan, Audience.CUSTOMER)

    for words in ("Organisation chart of", "Keep satisfied", "Weighted score", "Our lead", "Impact ↑"):
        assert words in team
        assert words not in customer


def test_the_grid_of_power_and_interest_says_who_is_in_which_quarter():
    people = [
        {"name": "Director", "power": 5, "interest": 3, "stance": -1},
        {"name": "Owner", "power": 3, "interest": 2},
        {"name": "Nurse", "power": 2, "interest": 5},
        {"name": "Porter", "power": 1, "interest": 1},
        {"name": "Somebody unplaced", "power": 4},
    ]
    [said] = [one for one in drawings(a_plan(stakeholders=people)) if one.startswith("Power and interest")]

    assert said == (
        "Power and interest of 4 people. Key players: Director; Keep satisfied: Owner; "
        "Keep informed: Nurse; Monitor: Porter"
    )


def test_without_anybody_in_it_there_is_no_grid():
    page = a_page(a_plan(stakeholders=[{"name": "Somebody", "power": 4}]))

    assert "Power and interest" not in page


def test_a_crowded_field_of_the_grid_counts_those_it_does_not_name():
    people = [{"name": f"Person {n}", "power": 4, "interest": 4} for n in range(12)]

    assert "and 3 more" in a_page(a_plan(stakeholders=people))


def test_the_first_page_of_the_team_says_who_must_be_won_and_the_surest_way():
    plan = a_plan(
        team_members=[{"id": "ana", "name": "Ana R."}],
        stakeholders=[
            {"id": "boss", "name": "The boss", "power": 5, "stance": 0},
            {"id": "partner", "name": "The adviser", "stance": 2},
            {"id": "far", "name": "The stranger", "power": 4, "stance": -1},
        ],
        coverage=[{"member": "ana", "stakeholder": "partner", "quality": 4}],
        influence_lines=[{"from_whom": "partner", "to_whom": "boss", "strength": 3}],
    )
    page = a_page(plan)

    assert "Ana R. → The adviser → The boss" in page
    assert "None: nobody of ours reaches them." in page


def test_the_figures_are_those_of_the_day_of_the_edition():
    plan = a_plan(
        team_members=[{"id": "ana", "name": "Ana R."}],
        actions=[{"title": "Renew licence", "owner": "ana", "due": "2027-02-01", "status": "doing"}],
    )

    assert "&#34;Renew licence&#34; was due 1\N{NO-BREAK SPACE}February\N{NO-BREAK SPACE}2027" in a_page(plan)


def test_findings_that_call_for_the_same_say_it_once_and_name_every_place():
    actions = [{"id": f"a{n}", "title": f"Call {n}", "due": "2027-03-31"} for n in range(MANY_ALIKE)]
    page = a_page(a_plan(actions=actions)).split('id="s-must"')[1].split('id="s-should"')[0]

    assert page.count("Name the one person of ours who sees it through.") == 1
    assert [f"&#34;Call {n}&#34; has no owner." in page for n in range(MANY_ALIKE)] == [True] * MANY_ALIKE
    assert f'href="#actions-{"a3".ljust(21, "_")}"' in page


@pytest.mark.parametrize(("count", "linked"), [(MOST_LINKED, MOST_LINKED), (MOST_LINKED + 1, 0)])
def test_lines_of_a_list_lead_to_their_records_unless_there_are_hundreds(count: int, linked: int):
    actions = [{"id": f"a{n}", "title": f"Call {n}", "due": "2027-03-31"} for n in range(count)]
    page = a_page(a_plan(actions=actions)).split('id="s-must"')[1]
    said = re.findall(r"<li>(<a [^>]*>)?&#34;Call \d+&#34; has no owner", page)
    assert len(said) == count
    assert sum(map(bool, said)) == linked


def test_a_finding_that_was_set_aside_stands_with_its_sentence_and_the_reason():
    goal = {"id": "goal", "title": "Free beds", "kind": "goal", "importance": 5}
    aside = {
        "code": "goal_without_objective",
        "place": "strategy_nodes/" + "goal".ljust(21, "_"),
        "reason": "Another firm looks after it.",
        "by": STAMP,
    }
    page = a_page(a_plan(strategy_nodes=[goal], set_aside=[aside]))
    must, set_aside = page.split('id="s-set_aside"')[0], page.split('id="s-set_aside"')[1]

    assert "No objective of ours serves" not in must
    assert "No objective of ours serves their goal &#34;Free beds&#34;" in set_aside
    assert "Another firm looks after it." in set_aside


@pytest.mark.parametrize("count", [0, 1, 200])
@BOTH
def test_no_drawing_is_wider_or_taller_than_a_page_however_many_records_there_are(
    audience: Audience, count: int
):
    page = a_page(crowded(count), audience)

    assert all(
        (width <= 470 and height <= 640) or (width <= 717 and height <= 360) for width, height in sizes(page)
    )


def crowded(count: int) -> Plan:
    """Return a plan with so many of everything, each linked with others."""
    numbers = range(count)

    def many(**fields: Any) -> list[dict[str, Any]]:
        return [{"id": f"r{n}", "shared": True} | {k: v(n) for k, v in fields.items()} for n in numbers]

    def other(n: int) -> str:
        return f"r{(n * 7 + 3) % max(1, count)}"

    def day(n: int) -> str:
        return f"20{20 + n % 12}-0{1 + n % 9}-15"

    plan = {
        "strategy_nodes": many(title=lambda n: f"Goal {n}", perspective=lambda n: ("process", "")[n % 2]),
        "strategy_links": [{"from_node": f"r{n}", "to_node": other(n), "kind": "hinders"} for n in numbers],
        "objectives": many(title=lambda n: f"Objective {n}", due=day),
        "actions": many(title=lambda n: f"Action {n}", due=day),
        "history": many(title=lambda n: f"Event {n}", happened_on=day, felt=lambda n: n % 5 - 2),
        "divisions": [{"id": f"r{n}", "name": f"Division {n}", "parent": f"r{n // 3}"} for n in numbers],
        "stakeholders": [
            {
                "id": f"r{n}",
                "name": f"Person {n}",
                "reports_to": f"r{n // 4}",
                "power": 1 + n % 5,
                "interest": 3,
            }
            for n in numbers
        ],
        "influence_lines": [{"from_whom": f"r{n}", "to_whom": other(n)} for n in numbers],
        "risks": [{"title": f"Risk {n}", "likelihood": 1 + n % 5, "impact": 1 + n % 4} for n in numbers],
    }
    return a_plan(**plan)


def test_everybody_of_a_large_company_is_in_one_of_the_charts():
    said = " ".join(one for one in drawings(crowded(200)) if one.startswith("Organisation chart"))

    assert [n for n in range(200) if f"Person {n};" not in said and f"Person {n}." not in said] == []


@BOTH
def test_gaps_are_drawn_as_what_is_there(audience: Audience):
    plan = a_plan(
        strategy_nodes=[{"id": "a", "shared": True}, {"id": "b", "title": "B", "x": 3, "shared": True}],
        strategy_links=[
            {"from_node": "a", "to_node": "gone"},
            {"from_node": "a", "to_node": "a"},
            {"from_node": "a", "to_node": "b"},
            {},
        ],
        stakeholders=[
            {"id": "p", "name": "P", "reports_to": "q"},
            {"id": "q", "reports_to": "p"},
            {"id": "s", "reports_to": "s", "key_contact": "gone"},
        ],
        influence_lines=[{"from_whom": "p", "to_whom": "gone"}, {"from_whom": "q", "to_whom": "q"}, {}],
        divisions=[{"id": "d", "parent": "e"}, {"id": "e", "parent": "d"}],
        history=[{"title": "Once", "shared": True}, {"happened_on": "2026-01-01", "shared": True}],
        actions=[{"due": "2027-01-01", "start": "2028-01-01", "shared": True}, {"shared": True}],
        objectives=[{"due": "2019-01-01", "shared": True}, {"due": "2019-01-01", "shared": True}],
        risks=[{}, {"likelihood": 5}],
        ratings=[{"vendor": "us", "criterion": "gone", "rating": 3}, {}],
        white_space=[{"offering": "gone", "status": "open"}, {}],
        responsibilities=[{"workstream": "gone", "member": "gone", "letter": "A"}],
    )

    assert "Strategy map with 1 links" in a_page(plan, audience)


def test_what_people_have_put_in_order_is_drawn_in_that_order():
    nodes = [
        {"id": "right", "title": "Right", "perspective": "process", "x": 700, "y": 0},
        {"id": "left", "title": "Left", "perspective": "process", "x": 10, "y": 4},
    ]
    page = a_page(a_plan(strategy_nodes=nodes))
    across = {said: float(x) for x, said in re.findall(r'<text x="([\d.-]+)"[^>]*>(Left|Right)</text>', page)}

    assert across["Left"] < across["Right"]


def test_a_line_says_what_it_means_without_its_colour():
    nodes = [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]
    page = a_page(
        a_plan(strategy_nodes=nodes, strategy_links=[{"from_node": "a", "to_node": "b", "kind": "hinders"}])
    )
    lines = set(
        re.findall(r'<line [^>]*stroke-dasharray="([^"]+)"', page.split("supports</text>")[0][-2500:])
    )
    legend = re.findall(
        r'stroke-dasharray="([^"]+)"/><text[^>]*>([^<]*(?:supports|hinders|addresses))<', page
    )

    assert len({dash for dash, _ in legend}) == 3
    assert lines


def test_an_opponent_is_marked_by_sign_and_by_dashes():
    page = a_page(a_plan(stakeholders=[{"name": "Foe", "stance": -2}, {"name": "Friend", "stance": 2}]))
    chart = page.split("Organisation chart")[1].split("</svg>")[0]

    assert ">−2</text>" in chart  # noqa: RUF001  (a minus sign)
    assert ">+2</text>" in chart
    assert 'stroke-dasharray="3 2"' in chart


def test_who_nobody_of_ours_knows_is_said_in_words():
    plan = a_plan(
        team_members=[{"id": "ana", "name": "Ana R."}],
        stakeholders=[{"id": "known", "name": "Known"}, {"id": "far", "name": "Far"}],
        coverage=[{"member": "ana", "stakeholder": "known", "quality": 3}],
    )
    chart = a_page(plan).split("Organisation chart")[1].split("</svg>")[0]

    assert "Ana R. ●●●○" in chart
    assert chart.count("nobody of ours") == 1


def test_what_only_we_have_is_marked_by_a_word():
    plan = a_plan(
        competitors=[{"id": "rival", "name": "Rival"}],
        buying_criteria=[{"id": "trust", "name": "Trust", "weight": 5}],
        ratings=[
            {"vendor": "us", "criterion": "trust", "rating": 5},
            {"vendor": "rival", "criterion": "trust", "rating": 3},
        ],
    )
    page = a_page(plan)

    assert "◆ only we" in page
    assert "We lead Rival, the best rival, by 2 of 5." in page


def test_a_risk_that_nobody_answers_is_marked_by_a_sign():
    plan = a_plan(
        actions=[{"id": "drill", "title": "Fire drill"}],
        risks=[
            {"title": "Fire", "likelihood": 2, "impact": 5, "answer": "drill"},
            {"title": "Flood", "likelihood": 4, "impact": 4},
        ],
    )
    matrix = a_page(plan).split("Impact ↑")[1].split("</table>")[0]

    assert re.search(r"<b>[^!]*Flood</a>&#160;!</b>", matrix)
    assert not re.search(r"Fire</a>&#160;!", matrix)


def test_the_risk_matrix_stands_as_on_screen_with_each_risk_of_a_cell_for_itself():
    rated = {"likelihood": 2, "impact": 5}
    plan = a_plan(risks=[{"title": "Fire"} | rated, {"title": "Flood"} | rated])
    matrix = a_page(plan).split("Impact ↑")[1].split("</table>")[0]
    top = matrix.split("<tbody>")[1].split("</tr>")[0]
    cells = re.findall(r"<td[^>]*>(.*?)</td>", top, re.DOTALL)

    assert [cell.count("<p>") for cell in cells] == [0, 2, 0, 0, 0]


def test_both_lines_of_a_long_title_stand_between_the_lines_of_the_calendar():
    long = {"title": "Certificates and backups of the portal are watched by two people every day"}
    day = {"start": "2027-01-01", "due": "2027-03-31"}
    page = a_page(a_plan(actions=[long | day, {"title": "Short"} | day]))
    drawing = next(one for one in page.split("<svg")[1:] if "<title>Calendar of" in one).split("</svg>")[0]
    [first, second, *_] = [
        (float(y), float(size))
        for y, size in re.findall(r'<text x="0.0" y="([\d.]+)" font-size="([\d.]+)"', drawing)
    ]
    below = min(
        float(y) for y in re.findall(r'<line x1="0.0" y1="([\d.]+)"', drawing) if float(y) > second[0]
    )
    descent, ascent = 0.25, 0.72

    assert second[0] - first[0] >= first[1]
    assert second[0] + descent * second[1] < below - 0.5
    assert first[0] - ascent * first[1] > below - STEP + 0.5


def test_a_workstream_that_nobody_or_several_answer_for_says_so():
    plan = a_plan(
        team_members=[{"id": "ana", "name": "Ana"}, {"id": "ben", "name": "Ben"}],
        workstreams=[{"id": n, "name": n} for n in ("one", "none", "two")],
        responsibilities=[
            {"workstream": "one", "member": "ana", "letter": "A"},
            {"workstream": "none", "member": "ana", "letter": "R"},
            {"workstream": "two", "member": "ana", "letter": "A"},
            {"workstream": "two", "member": "ben", "letter": "A"},
        ],
    )
    matrix = a_page(plan).split('class="corner">Workstream')[1].split("</table>")[0]

    assert matrix.count("! nobody answers for it") == 1
    assert matrix.count("! several answer for it") == 1
