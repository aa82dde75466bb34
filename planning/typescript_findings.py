"""The words of findings as the pages' catalogue has them, in the syntax of i18next."""

import importlib
import pkgutil
import re

import planning
from planning.findings import PLACEHOLDER, declared_words


def render_findings() -> dict[str, dict[str, str]]:
    """Return the English words of every finding: code to `message` and `remedy`.

    Where a template counts something there are two keys instead of one, `message_one` and
    `message_other`; other languages have as many as their grammar asks for.
    """
    _import_every_check()
    return {
        code: {**_render("message", message), **_render("remedy", remedy)}
        for code, (message, remedy) in declared_words().items()
    }


def _import_every_check() -> None:
    """Import the whole domain: a module declares the words of its findings when it is imported."""
    for found in pkgutil.walk_packages(planning.__path__, "planning."):
        importlib.import_module(found.name)


def _render(key: str, template: str) -> dict[str, str]:
    if ":plural:" not in template:
        return {key: _translated(template, 4)}
    return {f"{key}_one": _translated(template, 3), f"{key}_other": _translated(template, 4)}


def _translated(template: str, form: int) -> str:
    """Return a template in i18next's syntax; `form` is 3 for one thing, 4 for several.

    >>> _translated("{count:plural:day|days} to {due:day}: {title}", 4)
    '{{count, number}} days to {{due, day}}: {{title}}'
    """

    def rendered(found: re.Match[str]) -> str:
        name, kind = found[1], found[2]
        if kind == "plural":
            return f"{{{{{name}, number}}}} {found[form]}"
        return f"{{{{{name}, {kind}}}}}" if kind and kind != "text" else f"{{{{{name}}}}}"

    return PLACEHOLDER.sub(rendered, template)
