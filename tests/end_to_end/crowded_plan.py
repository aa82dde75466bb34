"""A plan with 200 records on every drawing, and how each drawing is opened and moved."""

from dataclasses import dataclass
from typing import Any

from tests.end_to_end.panning import Panning, measure_panning
from tests.end_to_end.person import Person

MANY = 200
LANES = ("financial", "customer", "process", "learning")
STATUSES = ("to_do", "doing", "blocked", "done")
LETTERS = ("R", "A", "C", "I")
SPACES = ("open", "deployed", "proposed", "competitor")
PANE = ".react-flow__pane"


@dataclass(frozen=True)
class Drawing:
    """Where a drawing is, how it is chosen there, and what a hand takes hold of."""

    tool: str
    way: str | None = None
    seized: str = PANE
    scrolls: bool = False
    unfolded: bool = False

    def open(self, person: Person, plan: str) -> None:
        """Open the drawing, with every branch where it is a tree that is to be unfolded."""
        person.open(plan, self.tool)
        if self.way is not None:
            person.look_at(self.way)
        if self.unfolded:
            person.page.get_by_role("button", name="Unfold all").click()
        person.page.locator(self.seized).first.wait_for()

    def measure(self, person: Person) -> Panning:
        """Move the drawing that is open."""
        return measure_panning(person.page, person.page.locator(self.seized).first, scrolls=self.scrolls)


DRAWINGS = {
    "strategy map": Drawing("strategy_map"),
    "stakeholders, folded": Drawing("stakeholders", "Map"),
    "stakeholders, unfolded": Drawing("stakeholders", "Map", unfolded=True),
    "division map": Drawing("customer_profile", "Division map", unfolded=True),
    "white space": Drawing("relationship", "Grid", "table td button", scrolls=True),
    "timeline": Drawing("actions", "Timeline", "[data-bar]", scrolls=True),
    "board": Drawing("actions", "Board", "[data-card]", scrolls=True),
    "RACI": Drawing("responsibilities", None, "table td button", scrolls=True),
}


def id_of(kind: str, at: int) -> str:
    """Return the 21 signs by which the record of this number is known."""
    return f"{kind}-{at:0{20 - len(kind)}}"


def a_crowd() -> dict[str, list[dict[str, Any]]]:
    """Return the sections of a plan with 200 records on every drawing."""
    return strategy() | people() | customer() | work()


def strategy() -> dict[str, list[dict[str, Any]]]:
    """Return 200 goals in four lanes, and 150 links across them."""
    nodes = [
        {"id": id_of("node", at), "title": f"Goal {at} of the customer", "kind": "goal", "importance": 3,
         "perspective": LANES[at % 4], "evidence": "assumed", "cares": [id_of("person", at)]}
        for at in range(MANY)
    ]  # fmt: skip
    links = [
        {"id": id_of("link", at), "from_node": id_of("node", at), "kind": "supports",
         "to_node": id_of("node", (at * 7 + 1) % MANY)} for at in range(1, 150)
    ]  # fmt: skip
    return {"strategy_nodes": nodes, "strategy_links": links}


def people() -> dict[str, list[dict[str, Any]]]:
    """Return 200 people, four below each, with 60 lines of influence and cover for every second."""
    stakeholders = [
        {"id": id_of("person", at), "name": f"Person {at}", "title": f"Head of department {at}",
         "side": "customer", "power": at % 5 + 1, "interest": at * 3 % 5 + 1, "stance": at % 5 - 2,
         "relationship_now": at % 4, "relationship_wanted": 3,
         **({"reports_to": id_of("person", (at - 1) // 4)} if at else {})}
        for at in range(MANY)
    ]  # fmt: skip
    lines = [
        {"id": id_of("line", at), "from_whom": id_of("person", at), "to_whom": id_of("person", at * 3 % MANY),
         "kind": "influences" if at % 5 else "conflicts", "strength": at % 3 + 1} for at in range(1, 61)
    ]  # fmt: skip
    team = [
        {"id": id_of("member", at), "name": f"Colleague {at}", "department": f"Department {at % 5}"}
        for at in range(20)
    ]
    coverage = [
        {"id": id_of("cover", at), "member": id_of("member", at % 20),
         "stakeholder": id_of("person", at * 2), "quality": at % 5} for at in range(MANY // 2)
    ]  # fmt: skip
    return {
        "stakeholders": stakeholders, "influence_lines": lines, "team_members": team, "coverage": coverage,
    }  # fmt: skip


def customer() -> dict[str, list[dict[str, Any]]]:
    """Return 200 divisions, five below each, and what four offerings earn in every one of them."""
    divisions = [
        {"id": id_of("division", at), "name": f"Division {at}", "country": "Italy", "headcount": 10 * at,
         "buys": "Spare parts and service", **({"parent": id_of("division", (at - 1) // 5)} if at else {})}
        for at in range(MANY)
    ]  # fmt: skip
    offerings = [{"id": id_of("offering", at), "name": f"Offering {at}"} for at in range(4)]
    cells = [
        {"id": id_of("cell", at), "offering": id_of("offering", at % 4),
         "division": id_of("division", at // 4), "status": SPACES[at % 4],
         "current": 1000 * at, "potential": 2000 * at} for at in range(4 * MANY)
    ]  # fmt: skip
    return {"divisions": divisions, "offerings": offerings, "white_space": cells}


def work() -> dict[str, list[dict[str, Any]]]:
    """Return 200 actions over a year, most of which wait for another, and 400 letters of responsibility."""
    actions = [
        {"id": id_of("action", at), "title": f"Action {at} with our customer", "status": STATUSES[at % 4],
         "owner": id_of("member", at % 20), "start": f"2027-{at % 9 + 1:02}-01",
         "due": f"2027-{at % 9 + 3:02}-01", "progress": at % 100,
         "depends_on": [id_of("action", at - 9)] if at % 9 and at > 9 else []} for at in range(MANY)
    ]  # fmt: skip
    streams = [{"id": id_of("stream", at), "name": f"Workstream {at}"} for at in range(20)]
    letters = [
        {"id": id_of("letter", at), "workstream": id_of("stream", at // 20),
         "member": id_of("member", at % 20), "letter": LETTERS[at % 4]} for at in range(2 * MANY)
    ]  # fmt: skip
    return {"actions": actions, "workstreams": streams, "responsibilities": letters}
