"""What our work is worth to the customer, in their money."""

from planning.fields import CUSTOMER, TEAM, choice, long_text, money, ref, shared_flag, text
from planning.records import Record, Section, Tool
from planning.vocabulary import CURRENCIES

STATES = {
    "idea": "Idea",
    "tested": "Tested inside",
    "agreed": "Agreed with the customer",
    "delivered": "Delivered",
}


class ValueProposition(Record):
    statement = text(
        most=500, audience=CUSTOMER, label="Statement", help="What they gain, by what, in one sentence."
    )
    goal = ref(
        "strategy_nodes",
        audience=CUSTOMER,
        label="Answers",
        help="The goal or challenge of theirs that it answers.",
    )
    benefit = money(audience=CUSTOMER, label="Yearly benefit", help="What it is worth to them in a year.")
    currency = choice(
        CURRENCIES, audience=CUSTOMER, label="Currency", help="Empty means the currency of the plan."
    )
    reckoning = long_text(
        audience=CUSTOMER,
        label="How it is reckoned",
        help="The figures behind the benefit, so that they can check it.",
    )
    proof = long_text(audience=TEAM, label="Proof", help="Where it has worked, and who would confirm it.")
    offering = ref("offerings", audience=TEAM, label="Offering", help="What of ours brings it about.")
    criterion = ref(
        "buying_criteria",
        audience=TEAM,
        label="Where we differ",
        help="The criterion where we beat the others.",
    )
    believer = ref(
        "stakeholders",
        audience=TEAM,
        label="Who must believe it",
        help="The person whose agreement counts most.",
    )
    state = choice(STATES, audience=TEAM, label="State", help="How far it is from an idea to money saved.")
    shared = shared_flag()


TOOL = Tool(
    key="value",
    part="people",
    label="Value",
    help="What our work is worth to them, and why only from us.",
    sections=(
        Section(
            key="value_propositions",
            schema=ValueProposition,
            label="Value propositions",
            one="value proposition",
            help="Promises with a figure, each to one goal of theirs.",
            empty="Take their most important goal and say what we add to it, with a figure.",
            limit=200,
            title="statement",
            columns=("statement", "goal", "benefit", "currency", "criterion", "state", "shared"),
            shared_by="shared",
        ),
    ),
)
