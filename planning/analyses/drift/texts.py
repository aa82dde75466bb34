"""Where two texts differ, with a few words around it."""

import re
from collections.abc import Sequence
from itertools import takewhile

AROUND = 3
"""Words that stay beside what changed, so that one sees where it is."""

MOST = 240
"""Longer pieces lose their middle."""

# Chinese and Japanese are written without spaces: there a character is as good as a word.
UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
WORD = re.compile(f"[{UNSPACED}]|[^\\s{UNSPACED}]+")


def changed_words(before: str, after: str) -> tuple[str, str] | None:
    """Return the piece that changed as it was and as it is; None when the words are the same.

    What both texts have at the beginning and at the end is left out. A text that lies between two
    changes is in both pieces.

    >>> changed_words("We grow in the north, step by step, with care.",
    ...               "We grow in the south, step by step, with care.")
    ('… grow in the north, step by step, …', '… grow in the south, step by step, …')
    >>> changed_words("", "Grow."), changed_words("Grow  with us.", "Grow with us.")
    (('', 'Grow.'), None)
    """
    old, new = (list(WORD.finditer(text)) for text in (before, after))
    words = [match.group() for match in old], [match.group() for match in new]
    if words[0] == words[1]:
        return None
    start = _shared(*words)
    end = _shared(words[0][start:][::-1], words[1][start:][::-1])
    return _piece(before, old, start, end), _piece(after, new, start, end)


def clipped(text: str) -> str:
    """Return a text on one line, without its middle when it is too long.

    >>> clipped("Grow.\\nWith us."), len(clipped("x" * 1_000))
    ('Grow. With us.', 240)
    """
    line = " ".join(text.split())
    if len(line) <= MOST:
        return line
    half = (MOST - 3) // 2
    return f"{line[: MOST - 3 - half]} … {line[-half:]}"


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _piece(text: str, words: Sequence[re.Match[str]], start: int, end: int) -> str:
    first, last = max(start - AROUND, 0), min(len(words) - end + AROUND, len(words))
    if first >= last:
        return ""
    piece = clipped(text[words[first].start() : words[last - 1].end()])
    return f"{'… ' if first > 0 else ''}{piece}{' …' if last < len(words) else ''}"
