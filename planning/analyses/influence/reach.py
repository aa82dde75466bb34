"""How far our team reaches, and on whom that hangs."""

from dataclasses import dataclass

from planning.analyses.influence.brokers import betweenness
from planning.analyses.influence.dominators import immediate_dominators
from planning.analyses.influence.lines import Lines, Node, lines
from planning.analyses.influence.ways import TEAM, Way, surest_paths, way_along
from planning.plan import PlainRecord, Plan

GREAT_POWER = 4
MOST_BROKERS = 10


@dataclass(frozen=True)
class Broker:
    """A stakeholder between others."""

    stakeholder: str
    share: float
    """Of the shortest ways between others, 0 to 1."""


@dataclass(frozen=True)
class Thread:
    """Who must not be lost: every way to a stakeholder passes by these people."""

    stakeholder: str
    members: tuple[str, ...]
    others: tuple[str, ...]
    """Stakeholders on every way."""


@dataclass(frozen=True)
class Influence:
    """How our team reaches the people who decide."""

    covered: float | None
    """Share (0 to 1) of the stakeholders with whom somebody of ours is in touch; None without any."""
    chances: dict[str, float]
    """Stakeholder to the chance of the surest way to them, 0 when there is none."""
    contacts: dict[str, int]
    """Member to the number of stakeholders they are in touch with."""
    ways: tuple[Way, ...]
    """The surest way to everybody with power of 4 or more who is not on our side yet."""
    threads: tuple[Thread, ...]
    """For the same people, if there is somebody without whom no way is left."""
    brokers: tuple[Broker, ...]
    """The ten who stand most between others, the first most."""


def influence(plan: Plan) -> Influence:
    """Return how our team reaches the people who decide."""
    known = lines(plan)
    people = {s["id"]: s for s in plan.records("stakeholders")}
    reached = surest_paths(known)
    wanted = [id for id, one in people.items() if is_to_be_won(one) and _person(id) in reached.chances]
    contacts = {n[1]: len(ends) for n, ends in known.items() if n[0] == TEAM[0] and ends}
    covered = covered_people(known)
    return Influence(
        covered=len(covered) / len(people) if people else None,
        chances={id: reached.chances.get(_person(id), 0.0) for id in people},
        contacts=contacts,
        ways=tuple(way_along(plan, known, reached.path_to(_person(id))) for id in wanted),
        threads=_threads(known, wanted),
        brokers=_brokers(known, list(people)),
    )


def is_to_be_won(person: PlainRecord) -> bool:
    """Return whether somebody decides much and is not on our side, as far as we know."""
    return (person.get("power") or 0) >= GREAT_POWER and (person.get("stance") or 0) <= 0


def covered_people(known: Lines) -> set[str]:
    """Return the stakeholders with whom somebody of ours is in touch."""
    return {end[1] for start, ends in known.items() if start[0] == TEAM[0] for end in ends}


def rank_brokers(plan: Plan) -> dict[str, float]:
    """Return each stakeholder's share of the shortest ways between others (Freeman 1977)."""
    people = [s["id"] for s in plan.records("stakeholders")]
    return _shares(lines(plan), people)


def _person(id: str) -> Node:
    return ("stakeholders", id)


def _shares(known: Lines, people: list[str]) -> dict[str, float]:
    number = {id: n for n, id in enumerate(people)}
    graph = [[number[end[1]] for end in known.get(_person(id), {})] for id in people]
    return dict(zip(people, betweenness(graph), strict=True))


def _brokers(known: Lines, people: list[str]) -> tuple[Broker, ...]:
    ranked = sorted(_shares(known, people).items(), key=lambda one: -one[1])
    return tuple(Broker(id, share) for id, share in ranked[:MOST_BROKERS] if share > 0)


def _threads(known: Lines, wanted: list[str]) -> tuple[Thread, ...]:
    """Return who is on every way to each of these: their dominators as seen from the team.

    Dominators are the articulation points of a graph with directions: an arrow against which
    nobody persuades anybody does not make a second way.
    """
    ours = [start for start in known if start[0] == TEAM[0]]
    above = immediate_dominators({**known, TEAM: ours}, TEAM)
    threads = []
    for id in wanted:
        needed = _up_from(above, _person(id))
        if needed:
            members = tuple(n[1] for n in needed if n[0] == TEAM[0])
            threads.append(Thread(id, members, tuple(n[1] for n in needed if n[0] != TEAM[0])))
    return tuple(threads)


def _up_from(above: dict[Node, Node], node: Node) -> list[Node]:
    found = []
    while (node := above.get(node, TEAM)) != TEAM:
        found.append(node)
    return found[::-1]
