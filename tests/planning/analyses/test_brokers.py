"""Betweenness: exact for the people of a usual plan, close enough for a crowd."""

import random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.analyses.influence import brokers
from planning.analyses.influence.brokers import Graph, betweenness


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    count = draw(st.integers(0, 8))
    ends = st.sets(st.integers(0, max(0, count - 1)), max_size=count)
    return [sorted(draw(ends) - {node}) for node in range(count)]


def by_networkx(graph: Graph) -> list[float]:
    whole = nx.DiGraph([(node, end) for node, ends in enumerate(graph) for end in ends])
    whole.add_nodes_from(range(len(graph)))
    found = nx.betweenness_centrality(whole)
    return [found[node] for node in range(len(graph))]


@given(graphs())
def test_betweenness_is_what_another_implementation_gives(graph: Graph):
    assert betweenness(graph) == pytest.approx(by_networkx(graph))


def a_crowd(count: int = 400) -> Graph:
    """Return an organisation chart in which a case goes up and down, and some lines across."""
    chance = random.Random(1)
    graph: list[set[int]] = [set() for _ in range(count)]
    for node in range(1, count):
        boss = node // 6
        graph[node].add(boss)
        graph[boss].add(node)
        graph[chance.randrange(count)].add(node)
    return [sorted(ends - {node}) for node, ends in enumerate(graph)]


def test_in_a_crowd_the_first_brokers_stay_the_first(monkeypatch: pytest.MonkeyPatch):
    guessed = betweenness(a_crowd())
    monkeypatch.setattr(brokers, "MOST_VISITS", 10**9)
    exact = betweenness(a_crowd())
    ranked = sorted(range(len(exact)), key=lambda node: -exact[node])
    assert guessed != exact
    assert max(range(len(exact)), key=guessed.__getitem__) in ranked[:3]
    assert len(set(ranked[:10]) & set(sorted(range(len(exact)), key=lambda node: -guessed[node])[:15])) >= 8


def test_the_same_crowd_always_has_the_same_brokers():
    assert betweenness(a_crowd()) == betweenness(a_crowd())
