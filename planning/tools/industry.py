"""What moves the customer's industry, and what it means."""

from planning.fields import CUSTOMER, TEAM, choice, long_text, refs, scale, shared_flag, text
from planning.records import Record, Section, Tool
from planning.vocabulary import DEGREES, IMPACTS

LENSES = {
    "market": "Market conditions",
    "supply_demand": "Supply and demand",
    "technology": "Technology",
    "political": "Political",
    "economic": "Economic",
    "social": "Social",
    "environmental": "Environmental",
    "legal": "Legal",
}
HORIZONS = {"now": "Now", "one_year": "Within 1 year", "three_years": "Within 3 years"}


class IndustryItem(Record):
    title = text(audience=CUSTOMER, label="Title", help="The change in half a sentence.")
    lens = choice(LENSES, audience=CUSTOMER, label="Lens", help="From which side you look at their industry.")
    happening = long_text(
        audience=CUSTOMER, label="What is happening", help="Facts first, with figures and sources."
    )
    impact = scale(
        -2,
        2,
        labels=IMPACTS,
        audience=CUSTOMER,
        label="Impact on them",
        help="What it does to the customer's business.",
    )
    horizon = choice(HORIZONS, audience=CUSTOMER, label="Horizon", help="When they will feel it.")
    effect = long_text(
        audience=CUSTOMER, label="What it means for them", help="What they will have to do or decide."
    )
    goals = refs(
        "strategy_nodes",
        most=10,
        audience=CUSTOMER,
        label="Touches",
        help="Goals and challenges that it moves.",
    )
    likelihood = scale(
        1, 5, labels=DEGREES, audience=TEAM, label="Likelihood", help="How sure we are that it comes."
    )
    meaning = long_text(
        audience=TEAM,
        label="What it means for us",
        help="The opening or the danger it holds for our business with them.",
    )
    shared = shared_flag()


TOOL = Tool(
    key="industry",
    part="information",
    label="Industry",
    help="What moves their industry, how hard it hits them, and when.",
    sections=(
        Section(
            key="industry_items",
            schema=IndustryItem,
            label="Industry analysis",
            one="trend",
            help="Eight lenses on their industry; two or three trends under each are plenty.",
            empty="Add what their managers worry about: prices, rules, technology, people.",
            limit=300,
            title="title",
            columns=("title", "lens", "impact", "horizon", "meaning", "shared"),
            shared_by="shared",
        ),
    ),
)
