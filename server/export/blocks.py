"""What a chapter is made of. A block says what stands there; `templates/pdf` says how it looks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from markupsafe import Markup

from server.export.wording import NO_BREAK

EMPTY = Markup("")

LINE, QUARTER = 150, 48
"""Characters that read well in a line of notes, and in a quarter of the width."""

LONGEST_BOUND = 30
"""Characters of a word that may be bound to its label: a longer one might not fit into a line with it."""

SHORT = 12
"""Definitions of a line or two each that stay on one page."""


@dataclass(frozen=True)
class Pair:
    """A label and what is said under it."""

    label: str
    value: Markup

    @cached_property
    def length(self) -> int:
        """How many characters the value has."""
        return len(self.value.striptags())

    @cached_property
    def blank(self) -> str:
        """What parts the value from its label and from what follows: no line ends there, unless it must."""
        words = self.value.striptags().split(" ")
        return NO_BREAK if max(map(len, words)) <= LONGEST_BOUND else " "

    @property
    def needs_block(self) -> bool:
        """Whether the value cannot stand in a line with others."""
        return self.length > LINE or self.value.startswith(("<p", "<ul", "<ol", "<blockquote"))

    @property
    def needs_width(self) -> bool:
        """Whether the value needs the whole width of the page."""
        return self.length > QUARTER or self.needs_block


@dataclass(frozen=True)
class Heading:
    """The title of a section (level 2, with its place in the bookmarks) or of a part of one (level 3)."""

    template: ClassVar[str] = "heading"
    text: str
    anchor: str = ""
    level: int = 2


@dataclass(frozen=True)
class Prose:
    """Running text."""

    template: ClassVar[str] = "prose"
    text: Markup
    style: str = ""


@dataclass(frozen=True)
class Definitions:
    """A single record: every field with its value."""

    template: ClassVar[str] = "definitions"
    pairs: Sequence[Pair]

    @property
    def is_short(self) -> bool:
        """Whether a page that ends in the middle of it would look torn."""
        return len(self.pairs) <= SHORT and all(pair.length <= LINE for pair in self.pairs)


@dataclass(frozen=True)
class Column:
    """A column of a table: its share of the width in per cent, and how its cells stand."""

    label: str
    width: float
    style: str = ""


@dataclass(frozen=True)
class Row:
    """A record in a table: one cell a column, and below them what found no column."""

    cells: Sequence[Markup]
    notes: Sequence[Pair] = ()
    anchor: str = ""
    depth: int = 0
    may_break: bool = False


@dataclass(frozen=True)
class Table:
    """Records as rows, with heads that are repeated on every page."""

    template: ClassVar[str] = "table"
    columns: Sequence[Column]
    rows: Sequence[Row]
    is_close: bool = False
    """Whether it is a register of very many records, set small."""


@dataclass(frozen=True)
class Listing:
    """Sentences that call for the same: what is to be done once, and each sentence in a line."""

    template: ClassVar[str] = "listing"
    head: str
    lines: Sequence[Markup]


@dataclass(frozen=True)
class Card:
    """A record that says too much for a row."""

    title: str
    pairs: Sequence[Pair]
    anchor: str = ""
    subtitle: Markup = EMPTY
    mark: Markup = EMPTY
    figure: Markup = EMPTY
    tone: str = ""
    may_break: bool = False
    compact: bool = False
    """Whether its pairs stand in one line after the other, as notes do."""


@dataclass(frozen=True)
class Cards:
    """Records as cards below each other."""

    template: ClassVar[str] = "cards"
    cards: Sequence[Card]


@dataclass(frozen=True)
class Cell:
    """A cell of a matrix."""

    text: Markup = EMPTY
    tone: str = ""


@dataclass(frozen=True)
class MatrixRow:
    """A row of a matrix: what it stands for, and a cell a column."""

    label: Markup
    cells: Sequence[Cell]
    total: bool = False


@dataclass(frozen=True)
class Matrix:
    """Two lists against each other, with a legend that says what the cells mean."""

    template: ClassVar[str] = "matrix"
    corner: str
    columns: Sequence[Markup]
    rows: Sequence[MatrixRow]
    legend: Sequence[Pair] = ()

    @property
    def fits_a_page(self) -> bool:
        """Whether it is worth keeping on one page."""
        return len(self.rows) <= 14


@dataclass(frozen=True)
class Quadrant:
    """One of four lists."""

    title: str
    tone: str
    items: Sequence[Card]


@dataclass(frozen=True)
class Quadrants:
    """Four lists in a square."""

    template: ClassVar[str] = "quadrants"
    quadrants: Sequence[Quadrant]


@dataclass(frozen=True)
class Figure:
    """A drawing; its `svg` carries its own description."""

    template: ClassVar[str] = "figure"
    svg: Markup
    caption: str = ""
    title: str = ""
    is_wide: bool = False
    """Whether it takes a page lying on its side, with its title."""


@dataclass(frozen=True)
class Remark:
    """One comment of a thread."""

    author: str
    moment: str
    text: Markup
    pairs: Sequence[Pair] = ()
    is_answer: bool = False


@dataclass(frozen=True)
class Thread:
    """What was said about one place of the plan."""

    about: Markup
    remarks: Sequence[Remark]
    is_settled: bool = False


@dataclass(frozen=True)
class Threads:
    """Comments, by what they are about."""

    template: ClassVar[str] = "threads"
    threads: Sequence[Thread]


@dataclass(frozen=True)
class Fact:
    """A figure that stands alone, and what it counts."""

    figure: str
    label: str


@dataclass(frozen=True)
class Glance:
    """A few figures side by side."""

    template: ClassVar[str] = "glance"
    facts: Sequence[Fact]
    is_small: bool = False


Block = (
    Heading | Prose | Definitions | Table | Listing | Cards | Matrix | Quadrants | Figure | Threads | Glance
)


@dataclass(frozen=True)
class Chapter:
    """A chapter of the document; without blocks it is named in one line and nothing else."""

    key: str
    title: str
    lead: str
    blocks: Sequence[Block] = field(default_factory=tuple)
    part: str = ""
    nothing: str = ""
    """What stands there when there are no blocks."""
    starts_a_page: bool = True

    @property
    def opens_wide(self) -> bool:
        """Whether it begins with a drawing on a page lying on its side, and its head with it."""
        first = next(iter(self.blocks), None)
        return isinstance(first, Figure) and first.is_wide
