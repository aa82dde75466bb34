"""Lengths of boxes that do not depend on where they stand, reckoned once for all that look the same.

WeasyPrint works out fourteen lengths for every box, from its style and the box around it; that takes
a tenth of the time of a document. Without a percentage among them they follow from the style alone,
and the cells of a long table share one.
"""

import sys
from types import ModuleType
from typing import Any

from weasyprint.formatting_structure.boxes import PageBox
from weasyprint.layout import percent

SIDES = ("top", "right", "bottom", "left")
SIZES = ("width", "height", "min_width", "min_height", "max_width", "max_height")
LENGTHS = (*(f"{kind}_{side}" for kind in ("margin", "padding") for side in SIDES), *SIZES)
USED = (*LENGTHS, *(f"border_{side}_width" for side in SIDES))

resolve_each = percent.resolve_percentages


def reckon_once() -> None:
    """Make WeasyPrint keep the lengths of a style in which nothing is a percentage."""
    for module in modules_that_reckon():
        module.resolve_percentages = resolve  # type: ignore[attr-defined]


def modules_that_reckon() -> list[ModuleType]:
    """Return the modules of WeasyPrint that work out lengths one by one."""
    ours = [module for name, module in sys.modules.items() if name.startswith("weasyprint.")]
    return [module for module in ours if getattr(module, "resolve_percentages", None) is resolve_each]


def resolve(box: Any, containing_block: Any) -> None:
    """Give a box its lengths: those its style has kept, or else each of them anew."""
    style = box.style
    known = style.__dict__.get("lengths")
    if known and not isinstance(box, PageBox):
        box.__dict__.update(known)
        return
    resolve_each(box, containing_block)
    if known is None:
        # Nothing to keep is remembered too: an empty dictionary.
        style.lengths = {name: getattr(box, name) for name in USED} if _is_fixed(style) else {}


def _is_fixed(style: Any) -> bool:
    if style["border_collapse"] == "collapse":
        return False
    return all(
        value == "auto" or getattr(value, "unit", "") == "px" for value in (style[name] for name in LENGTHS)
    )
