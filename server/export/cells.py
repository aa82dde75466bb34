"""Cells of spreadsheets: what people typed must stay text there."""

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How something begins that a spreadsheet may compute, also after the mark it leaves out."""


def text_cell(value: str) -> str:
    """Return a text for a cell of a CSV file, with an apostrophe before what would be computed.

    >>> text_cell("=HYPERLINK(A1)")
    "'=HYPERLINK(A1)"
    >>> text_cell("Sales = Service")
    'Sales = Service'
    """
    return f"'{value}" if value.lstrip(" ").startswith(FORMULAS) else value
