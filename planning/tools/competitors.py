"""Who else wants this business, and how the customer compares us."""

from planning.fields import TEAM, long_text, percent, ref, refs, scale, text
from planning.records import Record, Section, Tool
from planning.vocabulary import DEGREES

MARKS = ("Poor", "Weak", "Fair", "Good", "Excellent")


class Competitor(Record):
    name = text(label="Name", help="A company, or what they could do instead: nothing, or do it themselves.")
    sells = text(
        most=500, label="What they sell here", help="What the customer buys from them today, or may buy."
    )
    strengths = long_text(label="Strengths", help="Why the customer would choose them.")
    weaknesses = long_text(label="Weaknesses", help="Where the customer is unhappy with them.")
    share = percent(label="Share", help="Their part of what the customer spends on our kind of offering.")
    threat = scale(1, 5, labels=DEGREES, label="Threat", help="How much of our business they could take.")
    friends = refs(
        "stakeholders", most=20, label="Who favours them", help="Whom at the customer they have won."
    )
    next_move = text(most=500, label="Likely next move", help="What they will do next if we do nothing.")
    answer = long_text(label="Our answer", help="What we do about it.")


class BuyingCriterion(Record):
    name = text(label="Criterion", help="What the customer compares vendors by.")
    weight = scale(
        1, 5, labels=DEGREES, label="Weight", help="How much it counts for the customer, not for us."
    )
    description = long_text(label="What they mean by it", help="How they will judge it, in their words.")
    set_by = refs("stakeholders", most=10, label="Who sets it", help="For whom it is decisive.")


class Rating(Record):
    vendor = ref("competitors", also={"us": "Us"}, label="Vendor", help="Whom the customer judges.")
    criterion = ref("buying_criteria", label="Criterion", help="By what they judge.")
    rating = scale(
        1, 5, labels=MARKS, label="Rating", help="As the customer sees it today, not as we would like it."
    )
    why = text(most=500, label="Why", help="What they have seen or heard.")


TOOL = Tool(
    key="competitors",
    part="people",
    label="Competitors",
    help="Who else wants this business, and how the customer compares us.",
    sections=(
        Section(
            key="competitors",
            schema=Competitor,
            label="Competitors",
            one="competitor",
            help="Companies, and the choice to do nothing.",
            empty="Add who supplies them today, who tries to, and what they do themselves.",
            audience=TEAM,
            limit=100,
            columns=("name", "sells", "strengths", "weaknesses", "share", "threat", "next_move"),
        ),
        Section(
            key="buying_criteria",
            schema=BuyingCriterion,
            label="Buying criteria",
            one="criterion",
            help="What the customer compares vendors by, and how much each counts.",
            empty="Add what they asked for in the last tender, and what they did not write down.",
            audience=TEAM,
            limit=50,
            columns=("name", "weight", "description", "set_by"),
        ),
        Section(
            key="ratings",
            schema=Rating,
            label="Ratings",
            one="rating",
            help="Every vendor on every criterion, through the customer's eyes.",
            empty="Rate yourselves first, then each competitor.",
            audience=TEAM,
            limit=5_000,
            title="vendor",
            columns=("vendor", "criterion", "rating", "why"),
        ),
    ),
)
