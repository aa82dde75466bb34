"""Places between places: keys that sort as text and always leave room for one more.

The keys are those of fractional indexing as the pages' library makes them (Wallace, "Implementing
Fractional Indexing", 2020, with a variable-length whole part). A key is a whole number and a
fraction. The first character of the whole part says how long it is, `a` to `z` for two to
27 characters from zero up and `Z` to `A` for those below zero, so that longer numbers sort where
they belong; the fraction is base 62 and never ends in zero, so that there is always something
before it.
"""

import string

DIGITS = string.digits + string.ascii_uppercase + string.ascii_lowercase
"""In the order of their code points, so that comparing keys as text compares numbers."""

FIRST = "a0"
SMALLEST = "A" + "0" * 26


def order_between(before: str | None, after: str | None) -> str:
    """Return a key between two keys; None means that there is nothing on that side.

    Raises
    ------
    ValueError
        When a key is not one of fractional indexing, or `before` does not come before `after`.

    >>> order_between(None, None), order_between("a0", None), order_between("a0", "a1")
    ('a0', 'a1', 'a0V')
    """
    for key in (before, after):
        if key is not None and not is_order(key):
            raise ValueError(f"{key!r} is not a fractional index.")
    if before is not None and after is not None and before >= after:
        raise ValueError(f"{before} does not come before {after}.")
    if before is None:
        return FIRST if after is None else _order_before(after)
    return _order_after(before) if after is None else _order_within(before, after)


def is_order(key: str) -> bool:
    """Return whether a text is a key of fractional indexing.

    >>> is_order("a0V"), is_order("a00"), is_order("b0"), is_order("1")
    (True, False, False, False)
    """
    if not key or not key[0].isalpha() or not all(character in DIGITS for character in key):
        return False
    whole, fraction = _split(key)
    return len(whole) == _length_of_whole(key[0]) and key != SMALLEST and not fraction.endswith("0")


def orders(count: int) -> list[str]:
    """Return `count` keys in order.

    >>> orders(3)
    ['a0', 'a1', 'a2']
    """
    keys: list[str] = []
    for _ in range(count):
        keys.append(order_between(keys[-1] if keys else None, None))
    return keys


def _order_before(after: str) -> str:
    whole, fraction = _split(after)
    if whole == SMALLEST:
        return whole + _middle("", fraction)
    if fraction:
        return whole
    return _require_found(_decrement(whole))


def _order_after(before: str) -> str:
    whole, fraction = _split(before)
    return _increment(whole) or whole + _middle(fraction, None)


def _order_within(before: str, after: str) -> str:
    whole, fraction = _split(before)
    whole_after, fraction_after = _split(after)
    if whole == whole_after:
        return whole + _middle(fraction, fraction_after)
    following = _require_found(_increment(whole))
    return following if following < after else whole + _middle(fraction, None)


def _middle(low: str, high: str | None) -> str:
    """Return a fraction between two fractions; `high` None means one."""
    if high is not None:
        shared = 0
        while shared < len(high) and (low[shared : shared + 1] or DIGITS[0]) == high[shared]:
            shared += 1
        if shared:
            return high[:shared] + _middle(low[shared:], high[shared:])
    first = DIGITS.index(low[0]) if low else 0
    last = DIGITS.index(high[0]) if high is not None else len(DIGITS)
    if last - first > 1:
        # Halves are rounded up, as the pages' library does.
        return DIGITS[(first + last + 1) // 2]
    if high is not None and len(high) > 1:
        return high[0]
    return DIGITS[first] + _middle(low[1:], None)


def _increment(whole: str) -> str | None:
    """Return the next whole number, or None after the largest."""
    head, digits = whole[0], whole[1:].rstrip(DIGITS[-1])
    zeros = DIGITS[0] * (len(whole) - 1 - len(digits))
    if digits:
        return head + digits[:-1] + DIGITS[DIGITS.index(digits[-1]) + 1] + zeros
    if head == "Z":
        return FIRST
    if head == "z":
        return None
    return _with_length(chr(ord(head) + 1), DIGITS[0])


def _decrement(whole: str) -> str | None:
    """Return the whole number before, or None before the smallest."""
    head, digits = whole[0], whole[1:].rstrip(DIGITS[0])
    nines = DIGITS[-1] * (len(whole) - 1 - len(digits))
    if digits:
        return head + digits[:-1] + DIGITS[DIGITS.index(digits[-1]) - 1] + nines
    if head == "a":
        return "Z" + DIGITS[-1]
    if head == "A":
        return None
    return _with_length(chr(ord(head) - 1), DIGITS[-1])


def _with_length(head: str, digit: str) -> str:
    return head + digit * (_length_of_whole(head) - 1)


def _length_of_whole(head: str) -> int:
    return ord(head) - ord("a") + 2 if head >= "a" else ord("Z") - ord(head) + 2


def _split(key: str) -> tuple[str, str]:
    length = _length_of_whole(key[0])
    return key[:length], key[length:]


def _require_found(key: str | None) -> str:
    if key is None:
        raise ValueError("There is no room left on this side.")
    return key
