"""The whole document as HTML: what is in it, for whom, and that nothing typed becomes markup."""

import re

import pytest

from planning.fields import CUSTOMER, text
from planning.plan import Plan, Schema
from planning.records import Record, Section, Tool
from planning.tools import SCHEMA, TOOLS
from server.export.edition import Audience
from server.export.page import render_html
from tests.builders import a_plan
from tests.server.export.northlake import CONTENT, an_edition, northlake

BOTH = pytest.mark.parametrize("audience", list(Audience))


def a_page(plan: Plan, audience: Audience = Audience.TEAM, **said: object) -> str:
    return render_html(plan, an_edition(audience, **said))


def with_a_new_field(audience: str) -> Schema:
    """Return the plan's schema after somebody has declared one more field of an action."""
    tool = next(tool for tool in TOOLS if tool.key == "actions")
    section = tool.sections[0]
    new = type("Action", (section.schema,), {"weather": text(audience=audience, label="Weather needed")})
    changed = Section(**(vars_of(section) | {"schema": new}))
    return Schema(tuple(Tool(**(vars_of(t) | {"sections": (changed,)})) if t is tool else t for t in TOOLS))


def vars_of(declared: Section | Tool) -> dict[str, object]:
    return {name: getattr(declared, name) for name in declared.__dataclass_fields__}


@BOTH
def test_a_company_that_nobody_has_named_yet_leaves_no_gap(audience: Audience):
    page = a_page(a_plan(), audience, company="")

    assert 'class="times"' not in page
    assert "team of  " not in page
    assert "our company" in page
    assert 'class="times"' in a_page(a_plan(), audience)


@BOTH
def test_a_field_added_to_a_tool_appears_by_itself(audience: Audience):
    plan = a_plan(with_a_new_field(CUSTOMER), actions=[{"title": "Sail", "weather": "Sunny", "shared": True}])
    page = a_page(plan, audience)

    assert "Weather needed" in page
    assert "Sunny" in page


def test_a_field_added_for_the_team_does_not_reach_the_customer():
    plan = a_plan(with_a_new_field("team"), actions=[{"title": "Sail", "weather": "Sunny", "shared": True}])

    assert "Sunny" in a_page(plan, Audience.TEAM)
    assert "Sunny" not in a_page(plan, Audience.CUSTOMER)


@BOTH
def test_a_tool_added_to_the_plan_appears_by_itself(audience: Audience):
    class Promise(Record):
        name = text(audience=CUSTOMER, label="Promise")

    section = Section("promises", Promise, "Promises kept", "promise", audience=CUSTOMER)
    schema = Schema((*TOOLS, Tool("promises", "actions", "Promises", "What we promised.", (section,))))
    page = a_page(a_plan(schema, promises=[{"name": "We call back"}]), audience)

    assert "Promises" in page
    assert "We call back" in page


@BOTH
@pytest.mark.parametrize("typed", ["{{7*7}}", "{% raw %}", "<b>bold</b>", "<script>1</script>", "&amp;"])
def test_what_people_type_is_printed_as_they_typed_it(audience: Audience, typed: str):
    plan = a_plan(
        actions=[{"title": typed, "result": typed, "shared": True}],
        strategy_nodes=[{"title": typed, "shared": True}],
        kpis=[{"name": typed, "unit": typed[:40], "shared": True}],
    )
    page = a_page(plan, audience, account=typed, company=typed, title=typed)
    shown = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert shown in page
    assert "49" not in re.sub(r"<[^>]*>", "", page)
    assert "<script" not in page
    assert typed not in page.replace(shown, "") or typed.startswith("{")


@BOTH
def test_every_link_inside_the_document_leads_somewhere(audience: Audience):
    page = a_page(northlake(), audience)
    places = set(re.findall(r' id="([^"]+)"', page))
    links = set(re.findall(r'href="#([^"]+)"', page))

    assert links <= places
    assert len(places) == len(re.findall(r' id="', page)), "two places have the same name"


def test_a_tool_without_content_is_named_in_one_line_for_the_team():
    page = a_page(Plan(SCHEMA))

    for tool in TOOLS:
        if tool.key != "findings":
            assert f"<b>{tool.label}.</b> Nothing has been entered here yet." in page
    assert "<b>Findings.</b> Nothing is open, and nothing has been set aside." in page


def test_a_tool_without_content_is_left_out_for_the_customer():
    page = a_page(a_plan(actions=[{"title": "Call back", "shared": True}]), Audience.CUSTOMER)

    assert "What we will do" in page
    assert "With whom" not in page
    assert "Nothing has been entered" not in page


def test_an_empty_plan_tells_the_customer_so():
    assert "There is nothing in this plan yet" in a_page(Plan(SCHEMA), Audience.CUSTOMER)


def test_the_customer_is_spoken_to_and_never_about():
    page = a_page(northlake(), Audience.CUSTOMER)
    labels = re.findall(r'(?:<th[^>]*>|<span class="label">|<p class="label">)([^<]*)<', page)
    headings = re.findall(r"<h[1-3][^>]*>([^<]*)<", page)
    spoken = " ".join(labels + headings).lower()

    assert "your priorities" in spoken
    assert not re.search(r"\b(their|theirs|them|they|customer|customer's|stakeholder)\b", spoken)


def test_a_title_that_says_its_years_is_not_followed_by_them_on_the_cover():
    [plain] = re.findall(r'<p class="title">(.*?)</p>', a_page(a_plan(), title="Growth"), re.S)
    [dated] = re.findall(r'<p class="title">(.*?)</p>', a_page(a_plan(), title="Plan 2027–2029"), re.S)  # noqa: RUF001
    assert plain == "Growth<br>2027–2029"  # noqa: RUF001
    assert dated == "Plan 2027–2029"  # noqa: RUF001


def test_chapters_for_the_customer_follow_the_order_of_the_promise_on_the_cover():
    page = a_page(northlake(), Audience.CUSTOMER)
    chapters = re.findall(r"<h1>([^<]*)</h1>", page)

    assert chapters == [
        "What we want together",
        "What you want to achieve",
        "What we will do",
        "With whom",
        "How we will know",
        "Where we come from",
    ]


def test_in_a_line_of_remarks_a_label_stays_with_what_it_is_for():
    rival = {"name": "Dictara", "strengths": "Price", "weaknesses": "By day only", "answer": "w" * 40}
    page = a_page(a_plan(competitors=[rival]))
    [remarks] = re.findall(r'<tr class="below[^>]*><td[^>]*>(.*?)</td>', page, re.DOTALL)
    pieces = re.sub(r"<[^>]*>", "", remarks).strip().split(" ")

    assert pieces[:2] == ["Strengths\u00a0Price\u00a0·", "Weaknesses\u00a0By"]
    # What may not fit into a line with its label is not bound to it: it would stand in the margin.
    assert pieces[-2:] == ["Our\u00a0answer", "w" * 40]


def test_a_heading_does_not_say_the_title_of_its_chapter_once_more():
    page = a_page(northlake(), Audience.CUSTOMER)
    titles = set(re.findall(r"<h1>([^<]*)</h1>", page))

    assert titles.isdisjoint(re.findall(r"<h2[^>]*>([^<]*)</h2>", page))


def test_people_whom_the_plan_does_not_know_are_counted():
    written = {
        "key": "ana".ljust(21, "_"),
        "name": "Ana",
        "department": "Sales",
        "at": "2026-11-21T09:00:00Z",
    }
    others = [name.ljust(21, "_") for name in ("ben", "cleo", "dan")]
    comments = [
        {"text": "Look", "written": written, "mentions": mentioned}
        for mentioned in ([written["key"], others[0]], [written["key"], *others[1:]], others[:1], others)
    ]
    said = re.findall(r"Mentions</span>.([^<\n]*)", a_page(a_plan(comments=comments)))

    assert said == ["Ana, 1 other", "Ana, 2 others", "1 person", "3 people"]


def test_a_short_list_of_facts_stays_on_one_page_and_a_long_one_may_not():
    short = {"legal_name": "Northlake", "industry": "Hospitals"}

    assert '<table class="facts whole">' in a_page(a_plan(profile=short))
    assert '<table class="facts whole">' in a_page(a_plan(charter={"purpose": CONTENT["charter"]["purpose"]}))
    assert '<table class="facts">' in a_page(a_plan(profile=short | {"buying_process": "By tender. " * 40}))


def test_the_team_gets_every_tool_in_the_order_of_the_plan():
    page = a_page(northlake())

    tools = [tool.label for tool in TOOLS if tool.key != "findings"]
    assert re.findall(r"<h1>([^<]*)</h1>", page) == ["The plan at a glance", *tools, "Findings"]


def test_the_bin_is_not_printed():
    stamp = {"key": "p" * 21, "name": "Ana", "department": "Sales", "at": "2026-11-21T09:00:00Z"}
    page = a_page(a_plan(actions=[{"title": "Thrown away", "removed": stamp}, {"title": "Kept"}]))

    assert "Kept" in page
    assert "Thrown away" not in page


@BOTH
def test_without_logos_the_names_stand_on_the_cover(audience: Audience):
    page = a_page(Plan(SCHEMA), audience)

    assert '<span class="name">Northlake Hospitals</span>' in page
    assert '<span class="name">Meridian Cloud</span>' in page


def test_a_logo_stands_on_the_cover_with_the_name_as_its_description():
    page = a_page(Plan(SCHEMA), account_logo=b"\x89PNG\r\n\x1a\n123")

    assert 'src="data:image/png;base64,' in page
    assert 'alt="Northlake Hospitals"' in page


def test_a_logo_that_is_no_picture_is_left_out():
    page = a_page(Plan(SCHEMA), account_logo=b"<svg onload='1'/>")

    assert "data:" not in page


def test_dates_and_amounts_follow_the_language_of_the_edition():
    plan = a_plan(profile={"currency": "EUR"}, financial_years=[{"year": 2027, "our_revenue": 1_250_000}])

    assert "1.250.000\u00a0€" in a_page(plan, language="it")
    assert '<html lang="it">' in a_page(plan, language="it")
