"""What the customer could still buy, cell by cell and added up by currency."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict
from json import dumps
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.analyses.white_space import check_white_space, white_space
from planning.plan import PlainRecord, Plan
from tests.builders import a_plan, an_id
from tests.planning.analyses.demo import machine_works

TODAY = dt.date(2027, 3, 1)


def a_cell(offering: str = "Cloud", division: str = "North", **said: Any) -> PlainRecord:
    return {"offering": offering, "division": division, "status": "open", **said}


def a_grid(*cells: PlainRecord, currency: str | None = "EUR") -> Plan:
    """Return a plan of three offerings and two divisions with these cells."""
    return a_plan(
        profile={"currency": currency},
        offerings=[{"id": name, "name": name} for name in ("Cloud", "Voice", "Desk")],
        divisions=[{"id": name, "name": name} for name in ("North", "South")],
        competitors=[{"id": "Acme", "name": "Acme"}],
        white_space=cells,
    )


def in_currencies(plan: Plan, currencies: Mapping[int, str]) -> Plan:
    """Return the plan with a currency of their own in some cells, by place."""
    cells = dict(plan.collections["white_space"])
    for place, id in enumerate(list(cells)):
        if place in currencies:
            cells[id] = {**cells[id], "currency": currencies[place]}
    return Plan(plan.schema, plan.facts, {**plan.collections, "white_space": cells})


def codes(*cells: PlainRecord, **said: Any) -> list[str]:
    every = check_white_space(a_grid(*cells, **said), TODAY)
    return [finding.code for finding in every if finding.code != "offering_without_cell"]


def test_the_gap_of_a_cell_is_its_potential_less_what_it_earns():
    (cell,) = white_space(a_grid(a_cell(status="deployed", current=30, potential=120))).cells
    assert (cell.gap, cell.penetration, cell.currency) == (90, 0.25, "EUR")


def test_no_revenue_said_means_none_unless_it_is_deployed():
    cells = [a_cell(potential=50), a_cell("Voice", status="deployed", potential=50)]
    open_cell, deployed = white_space(a_grid(*cells)).cells
    assert (open_cell.current, open_cell.gap) == (0, 50)
    assert (deployed.current, deployed.gap) == (None, None)


def test_sums_are_by_division_and_by_offering():
    plan = a_grid(
        a_cell("Cloud", "North", status="deployed", current=10, potential=40),
        a_cell("Voice", "North", potential=20),
        a_cell("Cloud", "South", potential=None),
    )
    (space,) = white_space(plan).spaces
    assert [(s.of, s.gap, s.cells, s.unknown) for s in space.divisions] == [
        (an_id("North"), 50, 2, 0),
        (an_id("South"), 0, 0, 1),
    ]
    assert [(s.of, s.current, s.potential) for s in space.offerings] == [
        (an_id("Cloud"), 10, 40),
        (an_id("Voice"), 0, 20),
    ]
    assert space.total.penetration == pytest.approx(1 / 6)
    assert space.divisions[1].penetration is None


def test_amounts_of_different_currencies_are_never_added():
    cells = a_grid(a_cell(potential=10), a_cell("Voice", potential=20), a_cell("Desk", potential=40))
    euros, dollars = white_space(in_currencies(cells, {1: "USD"})).spaces
    assert (euros.currency, euros.total.gap, len(euros.best)) == ("EUR", 50, 2)
    assert (dollars.currency, dollars.total.gap, len(dollars.best)) == ("USD", 20, 1)


def test_the_best_five_expansions_come_widest_first_and_equals_in_order():
    potentials = [10, 50, 0, 30, 50, 20, 40]
    plan = a_grid(*(a_cell(potential=potential, id=f"c{n}") for n, potential in enumerate(potentials)))
    (space,) = white_space(plan).spaces
    assert space.best == tuple(map(an_id, ("c1", "c4", "c6", "c3", "c5")))


def test_cells_that_do_not_apply_are_described_but_add_nothing():
    found = white_space(a_grid(a_cell(status="not_applicable", potential=99)))
    assert (found.cells, found.spaces) == ((), ())
    assert (found.pairs, found.described) == (6, 1)


def test_a_cell_of_a_division_that_is_gone_keeps_its_amounts_and_names_none():
    plan = a_grid(a_cell(division="Gone", potential=10))
    (cell,) = white_space(plan).cells
    assert (cell.division, cell.gap) == (None, 10)
    assert white_space(plan).described == 0


def test_an_empty_plan_has_no_white_space_and_nothing_to_mend():
    found = white_space(a_plan())
    assert (found.cells, found.spaces, found.pairs, found.described) == ((), (), 0, 0)
    assert check_white_space(a_plan(), TODAY) == []


AMOUNTS = st.one_of(st.none(), st.integers(0, 1_000))
CELLS = st.lists(
    st.builds(
        a_cell,
        offering=st.sampled_from(["Cloud", "Voice"]),
        division=st.sampled_from(["North", "South"]),
        status=st.sampled_from(["open", "deployed", "proposed", "competitor", "not_applicable"]),
        current=AMOUNTS,
        potential=AMOUNTS,
    ),
    max_size=8,
)


@given(CELLS)
def test_the_parts_add_up_to_the_whole(cells: list[PlainRecord]):
    for space in white_space(a_grid(*cells)).spaces:
        for parts in (space.divisions, space.offerings):
            for figure in ("current", "potential", "gap", "cells", "unknown"):
                assert sum(getattr(part, figure) for part in parts) == getattr(space.total, figure)


@given(CELLS)
def test_the_total_is_that_of_adding_by_hand(cells: list[PlainRecord]):
    known = [
        (cell["current"] or 0, cell["potential"])
        for cell in cells
        if cell["status"] != "not_applicable"
        and cell["potential"] is not None
        and not (cell["status"] == "deployed" and cell["current"] is None)
    ]
    found = white_space(a_grid(*cells))
    total = found.spaces[0].total if found.spaces else None
    assert (total.gap if total else 0) == sum(potential - current for current, potential in known)
    assert dumps(asdict(found))


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (a_cell(offering=None, potential=1, next_step="Call"), "cell_without_offering"),
        (a_cell(division=None, potential=1, next_step="Call"), "cell_without_division"),
        (a_cell(), "cell_without_potential"),
        (a_cell(status="deployed", potential=5), "deployed_without_revenue"),
        (a_cell(status="deployed", current=6, potential=5), "current_above_potential"),
        (a_cell(status="competitor", potential=0), "competitor_not_named"),
        (a_cell(potential=5), "chance_without_step"),
        (a_cell(potential=0, ends_on="2027-07-01"), "contract_ends_soon"),
        (a_cell(potential=0, ends_on="2027-02-28", next_step="Ask"), "contract_ended"),
    ],
)
def test_a_cell_that_needs_something_says_what(cell: PlainRecord, code: str):
    assert codes(cell) == [code]


@pytest.mark.parametrize(
    "cell",
    [
        a_cell(potential=5, next_step="Call"),
        a_cell(potential=0),
        a_cell(status="competitor", potential=5, competitor="Acme", next_step="Call"),
        a_cell(potential=0, ends_on="2027-07-01", next_step="Call"),
        a_cell(potential=0, ends_on="2028-07-01"),
        a_cell(status="not_applicable"),
    ],
)
def test_a_cell_that_is_in_order_says_nothing(cell: PlainRecord):
    assert codes(cell) == []


def test_a_chance_is_told_with_its_amount_and_currency():
    every = check_white_space(a_grid(a_cell(potential=1_250_000)), TODAY)
    (finding,) = (found for found in every if found.code == "chance_without_step")
    assert finding.message == (
        "Cloud in North could bring EUR 1,250,000 a year more, and nothing is planned."
    )
    assert finding.where.endswith("/next_step")


def test_a_pair_that_is_described_again_is_told_once():
    cells = [a_cell(potential=0), a_cell(potential=0), a_cell(potential=0)]
    assert codes(*cells) == ["cell_described_again"]


def test_amounts_without_any_currency_are_told_once():
    cells = [a_cell(potential=5, next_step="Call"), a_cell("Voice", potential=6, next_step="Call")]
    assert codes(*cells, currency=None) == ["amounts_without_currency"]


def test_an_offering_in_no_cell_is_told_once_there_are_cells():
    every = check_white_space(a_grid(a_cell(potential=0)), TODAY)
    assert [finding.message for finding in every] == [
        "Voice is in no cell of the white space.",
        "Desk is in no cell of the white space.",
    ]
    assert check_white_space(a_grid(), TODAY) == []


def test_the_machine_works_have_wide_gaps_that_nobody_works_on():
    plan = machine_works()
    told = [
        one for one in check_white_space(plan, dt.date(2026, 11, 21)) if one.code == "chance_without_step"
    ]
    (space,) = white_space(plan).spaces
    assert len(told) == 3
    assert {one.where.split("/")[1] for one in told} <= set(space.best)
    assert space.total.gap == sum(
        (cell.get("potential") or 0) - (cell.get("current") or 0) for cell in plan.records("white_space")
    )
