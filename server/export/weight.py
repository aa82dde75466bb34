"""About how much of a page blocks take, to decide what may share one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from server.export.blocks import (
    Block,
    Cards,
    Definitions,
    Figure,
    Glance,
    Heading,
    Listing,
    Matrix,
    Pair,
    Prose,
    Quadrants,
    Table,
    Threads,
)

LETTERS_A_LINE = 95


def lines_of(blocks: Sequence[Block]) -> int:
    """Return about how many lines of text blocks are worth; a page has some fifty."""
    return sum(WEIGHTS[type(block)](block) for block in blocks)


def _of_pairs(pairs: Sequence[Pair]) -> int:
    return sum(1 + pair.length // LETTERS_A_LINE for pair in pairs)


def _of_cards(block: Cards) -> int:
    return sum(3 + _of_pairs(card.pairs) for card in block.cards)


def _of_table(block: Table) -> int:
    return 3 + sum(2 + _of_pairs(row.notes) for row in block.rows)


def _of_quadrants(block: Quadrants) -> int:
    return 4 + sum(3 + len(point.subtitle) // 45 for one in block.quadrants for point in one.items)


def _of_threads(block: Threads) -> int:
    remarks = [remark for thread in block.threads for remark in thread.remarks]
    return 2 * len(block.threads) + sum(2 + len(one.text) // LETTERS_A_LINE for one in remarks)


WEIGHTS: Mapping[type, Callable[[Any], int]] = {
    Cards: _of_cards,
    Definitions: lambda block: len(block.pairs) + _of_pairs(block.pairs),
    Figure: lambda block: 20,
    Glance: lambda block: 6,
    Heading: lambda block: 3,
    Listing: lambda block: 2 + len(block.lines),
    Matrix: lambda block: 5 + 2 * len(block.rows),
    Prose: lambda block: 1 + len(block.text) // LETTERS_A_LINE,
    Quadrants: _of_quadrants,
    Table: _of_table,
    Threads: _of_threads,
}
