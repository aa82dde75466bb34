"""What the customer wants to achieve and what stands in the way (Kaplan and Norton 2004).

The marks *who cares* and *assumed or confirmed* are what practitioners of insight maps add.
"""

from planning.fields import (
    CUSTOMER,
    TEAM,
    choice,
    coordinate,
    day,
    long_text,
    ref,
    refs,
    scale,
    shared_flag,
    text,
)
from planning.records import Record, Section, Tool
from planning.vocabulary import DEGREES

NODES = {
    "goal": "Customer goal",
    "challenge": "Challenge",
    "initiative": "Initiative",
    "trait": "Cultural trait",
    "our_value": "Our value",
}
PERSPECTIVES = {
    "financial": "Financial",
    "customer": "Customer",
    "process": "Process",
    "learning": "Learning and growth",
}
LINKS = {"supports": "Supports", "hinders": "Hinders", "addresses": "Addresses"}


class StrategyNode(Record):
    title = text(audience=CUSTOMER, label="Title", help="In their words, so that they would nod.")
    kind = choice(NODES, audience=CUSTOMER, label="Kind", help="What it is in their strategy.")
    perspective = choice(
        PERSPECTIVES, audience=CUSTOMER, label="Perspective", help="The lane of the map it stands in."
    )
    importance = scale(
        1,
        5,
        labels=DEGREES,
        audience=CUSTOMER,
        label="Importance",
        help="How much it matters to them, not to us.",
    )
    description = long_text(
        audience=CUSTOMER, label="Description", help="What it means and why they want it."
    )
    measure = text(
        audience=CUSTOMER, label="How they measure it", help="The figure by which they will judge it."
    )
    due = day(audience=CUSTOMER, label="Wanted by", help="The day they have set themselves.")
    division = ref(
        "divisions",
        audience=CUSTOMER,
        label="Division",
        help="Whose goal it is; empty means the whole group.",
    )
    cares = refs(
        "stakeholders",
        most=3,
        audience=TEAM,
        label="Who cares",
        help="Up to three people; the first one cares most.",
    )
    notes = long_text(audience=TEAM, label="Notes", help="What we think of it among ourselves.")
    shared = shared_flag()
    x = coordinate(audience=CUSTOMER, label="Across")
    y = coordinate(audience=CUSTOMER, label="Down")


class StrategyLink(Record):
    from_node = ref("strategy_nodes", audience=CUSTOMER, label="From", help="Where the arrow begins.")
    to_node = ref("strategy_nodes", audience=CUSTOMER, label="To", help="Where the arrow ends.")
    kind = choice(LINKS, audience=CUSTOMER, label="Kind", help="What the first does to the second.")
    why = text(audience=TEAM, label="Why", help="How we know that one acts on the other.")


TOOL = Tool(
    key="strategy_map",
    part="information",
    label="Strategy map",
    help="What they want to achieve, what stands in the way, and who cares.",
    sections=(
        Section(
            key="strategy_nodes",
            schema=StrategyNode,
            label="Goals and challenges",
            one="goal or challenge",
            help="Their goals, challenges and initiatives, their culture, and the value we add.",
            empty="Add the three goals their management speaks of, then what stands in the way.",
            limit=300,
            title="title",
            columns=("title", "kind", "perspective", "importance", "cares", "evidence", "shared"),
            shared_by="shared",
        ),
        Section(
            key="strategy_links",
            schema=StrategyLink,
            label="Links",
            one="link",
            help="What supports, hinders or addresses what.",
            empty="Link a challenge to the goal it hinders, and our value to what it addresses.",
            limit=1_000,
            title="from_node",
            columns=("from_node", "kind", "to_node", "why"),
            only_with=("from_node", "to_node"),
        ),
    ),
)
