"""Dominators: who is on every way."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from planning.analyses.influence.dominators import immediate_dominators
from planning.analyses.influence.lines import Node

PEOPLE: list[Node] = [("stakeholders", str(number)) for number in range(9)]
GRAPHS = st.dictionaries(st.sampled_from(PEOPLE), st.lists(st.sampled_from(PEOPLE), unique=True))


@given(GRAPHS)
def test_dominators_are_what_another_implementation_gives(graph: dict[Node, list[Node]]):
    whole = nx.DiGraph([(start, end) for start, ends in graph.items() for end in ends])
    whole.add_node(PEOPLE[0])
    expected = {node: last for node, last in nx.immediate_dominators(whole, PEOPLE[0]).items()
                if node != PEOPLE[0]}  # fmt: skip
    assert immediate_dominators(graph, PEOPLE[0]) == expected


@given(GRAPHS)
def test_without_a_dominator_nobody_is_reached(graph: dict[Node, list[Node]]):
    whole = nx.DiGraph([(start, end) for start, ends in graph.items() for end in ends])
    whole.add_node(PEOPLE[0])
    for node, last in immediate_dominators(graph, PEOPLE[0]).items():
        if last != PEOPLE[0]:
            rest = whole.subgraph(set(whole) - {last})
            assert node not in nx.descendants(rest, PEOPLE[0])


def test_a_long_chain_is_no_deeper_than_it_is_long():
    chain = {("stakeholders", str(n)): [("stakeholders", str(n + 1))] for n in range(5_000)}
    found = immediate_dominators(chain, ("stakeholders", "0"))
    assert found["stakeholders", "5000"] == ("stakeholders", "4999")
