"""What the customer could still buy: potential less current revenue, by cell, division and offering.

Penetration is current revenue over potential, the share of wallet of Cooil, Keiningham, Aksoy and Hsu
(2007) cell by cell. Amounts of different currencies are never added: every sum is of one currency, that
of the record or, as for all money in a plan, that of the plan. In a cell that is not deployed no revenue
said means none; in one that is deployed it means that nobody knows. A cell of which the potential or
the revenue is not known is counted as `unknown` and is in no sum; one that is *not applicable* is
nowhere.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from planning.plan import PlainRecord, Plan

DEPLOYED = "deployed"
NOT_APPLICABLE = "not_applicable"
MOST_EXPANSIONS = 5


@dataclass(frozen=True)
class Cell:
    """An offering in a division, by ids (None when it names none that is there).

    `current`, `potential` and `gap` are yearly amounts in `currency` (None when the plan has none), each
    None when it is not known; `penetration` is a share, 0 and up.
    """

    cell: str
    offering: str | None
    division: str | None
    status: str
    currency: str | None
    current: float | None
    potential: float | None
    gap: float | None
    penetration: float | None


@dataclass(frozen=True)
class Sum:
    """Cells of one currency added up: those of a division or an offering (`of`), or all (None).

    `of` is None too for cells that name no division or offering. `cells` are in the sums, `unknown`
    are not. `penetration` is None when there is no potential.
    """

    of: str | None
    current: float
    potential: float
    gap: float
    penetration: float | None
    cells: int
    unknown: int


@dataclass(frozen=True)
class Space:
    """All that is in one currency; `best` are the five cells with the largest gap, the largest first."""

    currency: str | None
    total: Sum
    divisions: tuple[Sum, ...]
    offerings: tuple[Sum, ...]
    best: tuple[str, ...]


@dataclass(frozen=True)
class WhiteSpace:
    """The cells that apply, their sums by currency, and how much of the grid is described.

    `pairs` are all pairs of an offering and a division, `described` those that have a cell of any status.
    """

    cells: tuple[Cell, ...]
    spaces: tuple[Space, ...]
    pairs: int
    described: int


def white_space(plan: Plan) -> WhiteSpace:
    """Return what the customer could still buy from us.

    >>> from planning.tools import SCHEMA
    >>> cells = {"1": {"status": "deployed", "current": 30, "potential": 40},
    ...          "2": {"status": "open", "potential": 60}}
    >>> (space,) = white_space(Plan(SCHEMA, {"profile": {"currency": "EUR"}}, {"white_space": cells})).spaces
    >>> space.currency, space.total.gap, space.total.penetration, space.best
    ('EUR', 70.0, 0.3, ('2', '1'))
    """
    offerings, divisions = (_ids(plan, section) for section in ("offerings", "divisions"))
    records = plan.records("white_space")
    cells = tuple(
        _cell(record, offerings, divisions, currency_of(plan, record))
        for record in records
        if record.get("status") != NOT_APPLICABLE
    )
    pairs = {(record.get("offering"), record.get("division")) for record in records}
    return WhiteSpace(
        cells=cells,
        spaces=tuple(_space(currency, cells) for currency in dict.fromkeys(cell.currency for cell in cells)),
        pairs=len(offerings) * len(divisions),
        described=sum(offering in offerings and division in divisions for offering, division in pairs),
    )


def currency_of(plan: Plan, record: PlainRecord) -> str | None:
    """Return the currency of a record's amounts: its own, else the plan's, None when neither is said."""
    return record.get("currency") or plan.fact("profile").get("currency") or None


def _ids(plan: Plan, section: str) -> set[str]:
    return {record["id"] for record in plan.records(section)}


def _cell(record: PlainRecord, offerings: set[str], divisions: set[str], currency: str | None) -> Cell:
    status, potential = record.get("status") or "open", record.get("potential")
    current = record.get("current")
    if current is None and status != DEPLOYED:
        current = 0
    gap = None if current is None or potential is None else potential - current
    offering, division = record.get("offering"), record.get("division")
    return Cell(
        cell=record["id"],
        offering=offering if offering in offerings else None,
        division=division if division in divisions else None,
        status=status,
        currency=currency,
        current=current,
        potential=potential,
        gap=gap,
        penetration=current / potential if gap is not None and potential else None,
    )


def _space(currency: str | None, every: Iterable[Cell]) -> Space:
    cells = [cell for cell in every if cell.currency == currency]
    wide = sorted((cell for cell in cells if (cell.gap or 0) > 0), key=lambda cell: -(cell.gap or 0))
    return Space(
        currency=currency,
        total=_sum(None, cells),
        divisions=_sums(cells, lambda cell: cell.division),
        offerings=_sums(cells, lambda cell: cell.offering),
        best=tuple(cell.cell for cell in wide[:MOST_EXPANSIONS]),
    )


def _sums(cells: list[Cell], group: Callable[[Cell], str | None]) -> tuple[Sum, ...]:
    """Return the sums of each group, in the order in which the groups first come."""
    groups: dict[str | None, list[Cell]] = {}
    for cell in cells:
        groups.setdefault(group(cell), []).append(cell)
    return tuple(_sum(of, members) for of, members in groups.items())


def _sum(of: str | None, cells: Iterable[Cell]) -> Sum:
    known, unknown, current, potential = 0, 0, 0.0, 0.0
    for cell in cells:
        if cell.gap is None:
            unknown += 1
            continue
        known, current = known + 1, current + (cell.current or 0)
        potential += cell.potential or 0
    return Sum(
        of=of,
        current=current,
        potential=potential,
        gap=potential - current,
        penetration=current / potential if potential else None,
        cells=known,
        unknown=unknown,
    )
