"""A section becomes a table or cards from its declaration alone."""

from typing import Any

from planning.fields import CUSTOMER, day, long_text, ref, scale, text
from planning.plan import Plan, Schema
from planning.records import Record, Section, Tool
from planning.tools import SCHEMA as SCHEMA_OF_PLANS
from server.export.blocks import Cards, Table
from server.export.collection import PAGE, WIDTHS, show_collection
from server.export.edition import Audience
from server.export.manuscript import Manuscript
from server.export.register import MANY
from server.export.writing import Writer
from tests.builders import a_plan
from tests.server.export.northlake import an_edition

LONG = "A sentence that goes on for longer than anybody would put into a narrow column of a table. " * 9


class Machine(Record):
    name = text(audience=CUSTOMER, label="Name")
    place = text(label="Place")
    state = scale(1, 5, label="State")
    checked_on = day(label="Checked on")
    before = ref("machines", label="Comes after")
    story = long_text(label="Story")
    first, second, third, fourth, fifth = (text(label=f"Remark {n}") for n in range(5))
    sixth, seventh, eighth, ninth, tenth = (text(label=f"Remark {n}") for n in range(5, 10))


MACHINES = Section(
    "machines", Machine, "Machines", "machine", columns=("name", "checked_on"), audience=CUSTOMER
)
SCHEMA = Schema((Tool("plant", "information", "Plant", "", (MACHINES,)),))


def a_writer(*machines: dict[str, Any], audience: Audience = Audience.TEAM) -> Writer:
    return Writer(Manuscript(a_plan(SCHEMA, machines=list(machines)), an_edition(audience)))


def shown(*machines: dict[str, Any]) -> Any:
    writer = a_writer(*machines)
    return show_collection(writer, MACHINES, writer.plan.records("machines"))[0]


def labels(table: Table) -> list[str]:
    return [column.label for column in table.columns]


def test_a_field_that_nobody_has_filled_takes_no_column():
    assert labels(shown({"name": "Press", "state": 3})) == ["Name", "State"]


def test_the_columns_a_section_names_come_first():
    table = shown({"name": "Press", "place": "Hall 2", "checked_on": "2027-01-31"})

    assert labels(table) == ["Name", "Checked on", "Place"]


def test_columns_stop_where_the_page_ends_and_the_rest_stands_below_the_row():
    remarks = dict.fromkeys(("first", "second", "third", "fourth"), "said")
    table = shown({"name": "Press", "place": "Hall 2"} | remarks)

    assert len(table.columns) * WIDTHS["text"] <= PAGE
    assert [pair.label for pair in table.rows[0].notes] == ["Remark 2", "Remark 3"]


def test_a_long_text_stands_below_the_row_and_not_in_a_column():
    table = shown({"name": "Press", "story": "It was bought in spring."})

    assert labels(table) == ["Name"]
    assert [pair.label for pair in table.rows[0].notes] == ["Story"]


def test_records_that_say_too_much_for_rows_become_cards():
    assert isinstance(shown({"name": "Press", "story": LONG}), Cards)


def test_a_record_without_a_name_is_still_shown():
    table = shown({"place": "Hall 2"})

    assert "Unnamed machine" in table.rows[0].cells[0]


def test_a_title_ends_without_a_blank_that_would_break_a_line_it_just_fits():
    assert shown({"name": "Press", "state": 3}).rows[0].cells[0] == "Press"


def test_a_reference_leads_to_where_the_record_is_printed():
    table = shown({"id": "a", "name": "Press"}, {"id": "b", "name": "Saw", "before": "a"})

    assert f'href="#{table.rows[0].anchor}"' in table.rows[1].cells[1]


def test_a_reference_to_a_record_in_the_bin_says_nothing():
    writer = a_writer({"name": "Saw", "before": "gone"})
    record = writer.plan.records("machines")[0]

    assert writer.get("machines", "before", record) == ""


def test_a_long_record_may_break_over_two_pages_and_a_short_one_may_not():
    table = shown({"name": "Press", "story": LONG * 3}, *({"name": f"Saw {n}"} for n in range(3)))

    assert [row.may_break for row in table.rows] == [True, False, False, False]


def test_evidence_is_said_in_one_remark():
    evidence = {"evidence": "confirmed", "evidence_on": "2027-03-31", "evidence_source": "the annual report"}
    cards = shown({"name": "Press", "story": LONG} | evidence)
    said = {pair.label: pair.value.striptags() for pair in cards.cards[0].pairs}

    assert said["Evidence"] == "Confirmed, 31 Mar 2027: the annual report"


def test_very_many_records_become_a_register_that_says_all_they_say():
    more = {"place": "Hall 2", "state": 3, "checked_on": "2027-01-31", "first": "Loud", "story": LONG}
    [table, *_] = [shown(*({"name": f"Press {n}"} | more for n in range(MANY)))]
    said = list(table.rows[7].cells)

    assert (labels(table), table.is_close) == (["Name", "Checked on", "State", "More"], True)
    assert said == ["Press 7", "31\N{NO-BREAK SPACE}Jan\N{NO-BREAK SPACE}2027", "●●●○○ 3 of 5",
                    "Remark 0: Loud · Place: Hall 2"]  # fmt: skip
    assert [pair.label for pair in table.rows[7].notes] == ["Story"]
    assert not shown(*({"name": f"Press {n}"} for n in range(MANY - 1))).is_close


def test_a_register_says_which_records_the_customer_receives_too():
    section = SCHEMA_OF_PLANS.sections["actions"]
    actions = [{"title": "Renew", "shared": n == 0} for n in range(MANY)]
    writer = Writer(Manuscript(a_plan(actions=actions), an_edition(Audience.TEAM)))
    [table] = show_collection(writer, section, writer.plan.records("actions"))

    assert [row.cells[0] for row in table.rows[:2]] == ["Renew (Shared)", "Renew"]


def test_the_customer_sees_no_column_of_the_team():
    writer = a_writer({"name": "Press", "place": "Hall 2"}, audience=Audience.CUSTOMER)

    assert list(writer.filled(MACHINES, writer.plan.records("machines"))) == ["name"]


def test_an_empty_section_shows_nothing():
    writer = Writer(Manuscript(Plan(SCHEMA), an_edition()))

    assert show_collection(writer, MACHINES, []) == []
