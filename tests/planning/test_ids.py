"""Identifiers as the pages make them."""

from random import Random

from planning.ids import new_id
from planning.kinds import ID_PATTERN


def test_identifiers_look_like_those_of_the_pages_and_do_not_repeat():
    chance = Random(7)
    made = {new_id(chance) for _ in range(10_000)}
    assert len(made) == 10_000
    assert all(ID_PATTERN.fullmatch(id) for id in made)


def test_the_same_chance_gives_the_same_identifier():
    assert new_id(Random(1)) == new_id(Random(1))
