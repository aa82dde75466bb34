"""Rows of a register, each set as one cell.

WeasyPrint gives every cell of a table a box, a box for each of its lines and one for the words in it, and
takes each through eight passes. The cells of a register are words and nothing else, so that here a row is
one box with its lines side by side, where the cells would have put them: the same page in a third of the
time. In the tags, which are for those who hear the document, every cell is still a cell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]
from weasyprint.formatting_structure import boxes
from weasyprint.html import HTML_HANDLERS
from weasyprint.layout import block
from weasyprint.pdf import tags

from server.export.lengths import resolve
from server.export.lines import strut
from server.export.paragraphs import Line, break_lines

BLANKS = re.compile(r"[ \t\n\r\f]+")
LONGEST = 800
"""Characters of a cell beyond which its row is left to WeasyPrint, which can break it over two pages."""

lay_out_each = block.block_container_layout
tags_of_each = tags._build_box_tree


def set_rows_whole() -> None:
    """Make WeasyPrint set the rows of tables of the class `close` whole."""
    HTML_HANDLERS["table"] = _join_cells
    block.block_container_layout = _lay_out
    tags._build_box_tree = _tags_of


@dataclass(frozen=True)
class Column:
    """Where the words of a column stand: shares of the width of the table, and the style of its cells."""

    begins: float
    width: float
    style: Any


class RowCell(boxes.TableCellBox):  # type: ignore[misc]  # WeasyPrint is not typed
    """A whole row as one cell: the words of each of its columns."""

    columns: Sequence[Column] = ()
    words: Sequence[str] = ()
    place: str | None = None
    cells: Sequence[Sequence[Any]] = ()
    """After the layout, the boxes of the lines of each column."""


class FoldedRow(Element):
    """The one cell of a row whose cells were words only: those words, and what was the first one's `id`."""

    def __init__(self, row: Element) -> None:
        super().__init__("td", {"class": row[-1].get("class", "")})
        self.words = [_in_a_line(cell.text or "") for cell in row]
        self.place = row[0].get("id")


def fold_rows(page: Element) -> None:
    """Leave one cell in every row of a register but the first, before styles are sought for each.

    What cells look like is read off the first row, since those of a column look the same.
    """
    for table in filter(_is_close, page.iter("table")):
        rows = [row for row in table.iter("tr") if len(row) > 1 and all(map(_is_foldable, row))]
        for row in rows[1:]:
            if len(row) == len(rows[0]):
                row[:] = [FoldedRow(row)]


def _is_close(table: Any) -> bool:
    return "close" in table.get("class", "").split()


def _is_foldable(cell: Element) -> bool:
    return cell.tag == "td" and not len(cell) and len(cell.text or "") <= LONGEST


def _join_cells(element: Any, box: Any, _image: object, _base: object) -> list[Any]:
    if _is_close(element):
        shares = [one.style["width"].value / 100 for one in _of(box, boxes.TableColumnBox)]
        columns: list[Column] = []
        for row in _of(box, boxes.TableRowBox):
            cells = [one for one in row.children if isinstance(one, boxes.TableCellBox)]
            if isinstance(cells[0].element, FoldedRow):
                row.children = [_unfolded(cells[0], columns)]
            elif len(cells) == len(shares) and all(_is_words(one) for one in cells):
                columns = columns or _columns(shares, cells)
                row.children = [_joined(cells, columns)]
    return [box]


def _of(box: Any, kind: type) -> Iterator[Any]:
    for child in box.children:
        if isinstance(child, kind):
            yield child
        elif isinstance(child, boxes.ParentBox):
            yield from _of(child, kind)


def _is_words(cell: Any) -> bool:
    words = [one.text for one in cell.children if isinstance(one, boxes.TextBox)]
    return cell.element_tag == "td" and len(words) == len(cell.children) and sum(map(len, words)) <= LONGEST


def _columns(shares: Sequence[float], cells: Sequence[Any]) -> list[Column]:
    begins = [sum(shares[:at]) for at in range(len(shares))]
    return [
        Column(begin, share, cell.style) for begin, share, cell in zip(begins, shares, cells, strict=True)
    ]


def _joined(cells: Sequence[Any], columns: Sequence[Column]) -> RowCell:
    # The first cell names a place, which parts its style from those of the other rows; the last does not.
    row = RowCell("td", cells[-1].style, cells[0].element, [])
    row.colspan, row.columns = len(cells), columns
    row.place = cells[0].style["anchor"]
    row.words = [_in_a_line("".join(one.text for one in cell.children)) for cell in cells]
    return row


def _unfolded(cell: Any, columns: Sequence[Column]) -> RowCell:
    row = RowCell("td", cell.style, cell.element, [])
    row.colspan, row.columns = len(columns), columns
    row.place, row.words = cell.element.place, cell.element.words
    return row


def _in_a_line(words: str) -> str:
    return BLANKS.sub(" ", words).strip(" ")


def _lay_out(context: Any, box: Any, *said: Any, **named: Any) -> Any:
    if not isinstance(box, RowCell):
        return lay_out_each(context, box, *said, **named)
    row = box.copy()
    set_cells = [_lines(context, row, *one) for one in zip(row.columns, row.words, strict=True)]
    row.cells = [lines for lines, _height in set_cells]
    line = boxes.LineBox("td", row.style.anonymous_style.copy(), row.element, [])
    line.style["anchor"] = row.place
    resolve(line, row)
    line.children = [one for cell in row.cells for one in cell]
    line.position_x, line.position_y, line.width = row.content_box_x(), row.content_box_y(), row.width
    line.height = line.baseline = row.height = max(height for _lines, height in set_cells)
    row.children = [line]
    return row, None, {"break": "any", "page": None}, [], False, None


def _lines(context: Any, row: RowCell, column: Column, words: str) -> tuple[list[Any], float]:
    """Return the words of a column as boxes, one a line, and how high they stand together."""
    style = column.style.anonymous_style
    full = row.border_width()
    left, right = (column.style[f"padding_{side}"].value for side in ("left", "right"))
    x, y, width = row.position_x + full * column.begins + left, row.content_box_y(), full * column.width
    height, base = strut(style)
    lines = []
    for one in break_lines(words, style, context, width - left - right):
        line = _line(row, style, one)
        # Letters of another font may stand higher or lower than the line of this one.
        line.position_x, line.position_y = x, y + max(0, base - line.baseline)
        if column.style["text_align_all"] in ("right", "end"):
            line.position_x += width - left - right - line.width
        lines.append(line)
        y += height + abs(base - line.baseline)
    return lines, y - row.content_box_y()


def _line(row: RowCell, style: Any, one: Line) -> Any:
    line = boxes.TextBox("td", style, row.element, one.text)
    resolve(line, row)
    line.pango_layout, line.width, line.height = one.layout, one.width, one.height
    line.margin_top = line.margin_bottom = (strut(style)[0] - one.height) / 2
    line.baseline = one.baseline + line.margin_top
    return line


class _Heads(pydyf.Dictionary):  # type: ignore[misc]  # pydyf is not typed
    """Hands the heads of the columns that a row spans to the cells below them, one each."""

    def __init__(self, cells: Sequence[Any]) -> None:
        super().__init__()
        self.cells = cells

    def __setitem__(self, name: str, heads: Sequence[Any]) -> None:
        for cell, head in zip(self.cells, heads, strict=True):
            cell["A"][name] = pydyf.Array([head])


def _tags_of(box: Any, parent: Any, pdf: Any, page: int, nums: Any, links: Any, marks: Any) -> Iterator[Any]:
    if not isinstance(box, RowCell):
        yield from tags_of_each(box, parent, pdf, page, nums, links, marks)
        return
    cells = []
    for lines in box.cells:
        numbers = [marks.pop(line)["mcid"] for line in lines]
        cell = pydyf.Dictionary({"Type": "/StructElem", "S": "/TD", "P": parent.reference})
        cell |= {"K": pydyf.Array(numbers), "Pg": pdf.page_references[page], "A": _attributes()}
        pdf.add_object(cell)
        nums.update(dict.fromkeys(numbers, cell.reference))
        cells.append(cell)
    box.mark = cast(Any, {"A": _Heads(cells)})
    yield from cells


def _attributes() -> Any:
    return pydyf.Dictionary({"O": "/Table"})
