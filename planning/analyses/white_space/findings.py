"""What the white space asks for: cells that cannot be reckoned with, and chances that nobody takes."""

import datetime as dt
from collections.abc import Iterator

from planning.analyses.white_space.potential import DEPLOYED, Cell, WhiteSpace, white_space
from planning.findings import Finding, Value, declare_words, target_of
from planning.naming import name_of
from planning.plan import PlainRecord, Plan

NOTICE = dt.timedelta(days=180)
"""Who wants to follow on a contract begins half a year before it ends."""

WORDS = declare_words(
    {
        "cell_without_offering": (
            "A cell of the white space for {division} names no offering.",
            "Choose the offering, or remove the cell.",
        ),
        "cell_without_division": (
            "A cell of the white space for {offering} names no division.",
            "Choose the division, or remove the cell.",
        ),
        "cell_without_potential": (
            "{offering} in {division} has no potential and is in no sum.",
            "Estimate what we could earn with it there in a year, or mark it as not applicable.",
        ),
        "deployed_without_revenue": (
            "{offering} is deployed in {division}, but nobody has said what we earn with it.",
            "Enter the revenue of a year.",
        ),
        "current_above_potential": (
            "{offering} in {division} earns {current:money} and has a potential of {potential:money}.",
            "Estimate the potential anew: it includes what we earn already.",
        ),
        "competitor_not_named": (
            "{offering} in {division} is with a competitor, but not with which.",
            "Name the competitor.",
        ),
        "chance_without_step": (
            "{offering} in {division} could bring {gap:money} a year more, and nothing is planned.",
            "Agree on the next step, or say why it is not applicable.",
        ),
        "contract_ends_soon": (
            "The contract for {offering} in {division} ends on {ends_on:day}, and nothing is planned.",
            "Agree now on how to renew it or win it.",
        ),
        "contract_ended": (
            "The contract for {offering} in {division} ended on {ends_on:day}.",
            "Find out what has followed it, and correct the status and the date.",
        ),
        "cell_described_again": (
            "{offering} in {division} is described {count:plural:time|times}, and all of them are added up.",
            "Keep one cell and remove the rest.",
        ),
        "offering_without_cell": (
            "{offering} is in no cell of the white space.",
            "Say for each division whether it has it, could use it, or never will.",
        ),
        "amounts_without_currency": (
            "{count:plural:cell has|cells have} amounts, but nobody has said in which currency.",
            "Choose the currency of the plan.",
        ),
    }
)


def check_white_space(plan: Plan, today: dt.date, found: WhiteSpace | None = None) -> list[Finding]:
    """Return the cells that cannot be reckoned with, and the chances that nobody takes.

    Parameters
    ----------
    found
        The figures of this plan when they are known already.
    """
    found = found or white_space(plan)
    best = {cell for space in found.spaces for cell in space.best}
    records = {record["id"]: record for record in plan.records("white_space")}
    return [
        *(
            finding
            for cell in found.cells
            for finding in (
                *_check_cell(plan, cell, records[cell.cell]),
                *_check_contract(plan, cell, records[cell.cell], today),
                *(_check_chance(plan, cell, records[cell.cell]) if cell.cell in best else ()),
            )
        ),
        *_described_again(plan, found),
        *_offerings_without_cell(plan),
        *_without_currency(found),
    ]


def _place(plan: Plan, cell: Cell) -> dict[str, Value]:
    return {
        "offering": name_of(plan, "offerings", cell.offering),
        "division": name_of(plan, "divisions", cell.division),
    }


def _check_cell(plan: Plan, cell: Cell, record: PlainRecord) -> Iterator[Finding]:
    where, said = target_of("white_space", cell.cell), _place(plan, cell)
    if cell.offering is None:
        yield Finding("cell_without_offering", f"{where}/offering", said, "should")
    if cell.division is None:
        yield Finding("cell_without_division", f"{where}/division", said, "should")
    if cell.potential is None:
        yield Finding("cell_without_potential", f"{where}/potential", said, "should")
    if cell.status == DEPLOYED and cell.current is None:
        yield Finding("deployed_without_revenue", f"{where}/current", said, "should")
    if cell.gap is not None and cell.gap < 0:
        amounts = _money(cell, current=cell.current, potential=cell.potential)
        yield Finding("current_above_potential", f"{where}/potential", {**said, **amounts}, "should")
    if cell.status == "competitor" and plan.record("competitors", record.get("competitor")) is None:
        yield Finding("competitor_not_named", f"{where}/competitor", said, "should")


def _check_contract(plan: Plan, cell: Cell, record: PlainRecord, today: dt.date) -> Iterator[Finding]:
    ends_on = record.get("ends_on")
    if not ends_on:
        return
    where, said = target_of("white_space", cell.cell, "ends_on"), {**_place(plan, cell), "ends_on": ends_on}
    ends = dt.date.fromisoformat(ends_on)
    if ends < today:
        yield Finding("contract_ended", where, said, "should")
    elif ends - today <= NOTICE and not record.get("next_step"):
        yield Finding("contract_ends_soon", where, said, "must")


def _check_chance(plan: Plan, cell: Cell, record: PlainRecord) -> Iterator[Finding]:
    if not record.get("next_step"):
        said = {**_place(plan, cell), **_money(cell, gap=cell.gap)}
        yield Finding("chance_without_step", target_of("white_space", cell.cell, "next_step"), said, "should")


def _money(cell: Cell, **amounts: float | None) -> dict[str, Value]:
    return {"currency": cell.currency or "", **{key: amount or 0 for key, amount in amounts.items()}}


def _described_again(plan: Plan, found: WhiteSpace) -> Iterator[Finding]:
    cells: dict[tuple[str, str], list[Cell]] = {}
    for cell in found.cells:
        if cell.offering and cell.division:
            cells.setdefault((cell.offering, cell.division), []).append(cell)
    for same in cells.values():
        if len(same) > 1:
            said = {**_place(plan, same[0]), "count": len(same)}
            yield Finding("cell_described_again", target_of("white_space", same[-1].cell), said, "should")


def _offerings_without_cell(plan: Plan) -> Iterator[Finding]:
    named = {record.get("offering") for record in plan.records("white_space")}
    for offering in plan.records("offerings") if named else ():
        if offering["id"] not in named:
            said = {"offering": name_of(plan, "offerings", offering["id"])}
            yield Finding("offering_without_cell", target_of("offerings", offering["id"]), said, "could")


def _without_currency(found: WhiteSpace) -> Iterator[Finding]:
    amounts = [cell for cell in found.cells if cell.currency is None and (cell.current or cell.potential)]
    if amounts:
        yield Finding("amounts_without_currency", "profile/currency", {"count": len(amounts)}, "should")
