"""What we want to reach with the customer, by when, and how we will know."""

from planning.fields import (
    CUSTOMER,
    TEAM,
    choice,
    day,
    long_text,
    money,
    number,
    ref,
    refs,
    scale,
    shared_flag,
    text,
)
from planning.records import Record, Section, Tool
from planning.vocabulary import DEGREES

HORIZONS = {
    "short": "Short, up to 6 months",
    "medium": "Medium, up to 18 months",
    "long": "Long, up to 36 months",
}
STATUSES = {
    "proposed": "Proposed",
    "agreed": "Agreed",
    "under_way": "Under way",
    "reached": "Reached",
    "dropped": "Dropped",
}


class Objective(Record):
    title = text(audience=CUSTOMER, label="Title", help="What is different when it is reached.")
    description = long_text(
        audience=CUSTOMER, label="Description", help="What it brings the customer, in their words."
    )
    goals = refs(
        "strategy_nodes",
        most=10,
        audience=CUSTOMER,
        label="Serves",
        help="The customer's goals that it serves.",
    )
    horizon = choice(HORIZONS, audience=CUSTOMER, label="Horizon", help="How far away it is.")
    measure = text(audience=CUSTOMER, label="Measure", help="The figure that shows it.")
    unit = text(
        most=40, audience=CUSTOMER, label="Unit", help="What the figure counts, such as %, minutes or sites."
    )
    baseline = number(
        low=-1e12, high=1e12, audience=CUSTOMER, label="Baseline", help="The figure when the plan began."
    )
    target = number(low=-1e12, high=1e12, audience=CUSTOMER, label="Target", help="The figure to reach.")
    current = number(low=-1e12, high=1e12, audience=CUSTOMER, label="Current", help="The figure today.")
    due = day(audience=CUSTOMER, label="Due", help="When it is to be reached.")
    status = choice(STATUSES, audience=CUSTOMER, label="Status", help="How far it has come.")
    owner = ref("team_members", audience=CUSTOMER, label="Owner", help="Who of ours answers for it.")
    sponsor = ref(
        "stakeholders", audience=CUSTOMER, label="Customer's sponsor", help="Who of theirs wants it reached."
    )
    strategy = long_text(audience=TEAM, label="Strategy", help="How we go about it, among ourselves.")
    confidence = scale(
        1, 5, labels=DEGREES, audience=TEAM, label="Confidence", help="How sure we are to reach it."
    )
    our_revenue = money(
        audience=TEAM, label="Worth to us", help="Yearly revenue that reaching it should bring us."
    )
    shared = shared_flag()


TOOL = Tool(
    key="objectives",
    part="actions",
    label="Objectives",
    help="What we want to reach together, by when, and how we will know.",
    sections=(
        Section(
            key="objectives",
            schema=Objective,
            label="Objectives",
            one="objective",
            help="Five to ten are plenty; each serves a goal of the customer.",
            empty="Pick the customer's most important goal and say what we want to reach for it.",
            limit=200,
            title="title",
            columns=("title", "goals", "horizon", "owner", "due", "status", "shared"),
            shared_by="shared",
        ),
    ),
)
