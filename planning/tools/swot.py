"""Strengths, weaknesses, opportunities and threats of the relationship."""

from planning.fields import TEAM, choice, long_text, ref, scale, text
from planning.records import Record, Section, Tool
from planning.vocabulary import DEGREES

SIDES = {
    "strength": "Strength",
    "weakness": "Weakness",
    "opportunity": "Opportunity",
    "threat": "Threat",
}


class SwotItem(Record):
    title = text(label="Title", help="One point, in half a sentence.")
    side = choice(
        SIDES, label="List", help="Strengths and weaknesses are ours; opportunities and threats come to us."
    )
    weight = scale(1, 5, labels=DEGREES, label="Weight", help="How much it matters for this account.")
    detail = long_text(label="Detail", help="What makes you think so.")
    answer = ref("actions", label="Answer", help="The action that uses it or deals with it.")


TOOL = Tool(
    key="swot",
    part="people",
    label="SWOT",
    help="Where the relationship is strong and weak, what could come of it, what could end it.",
    sections=(
        Section(
            key="swot_items",
            schema=SwotItem,
            label="Strengths, weaknesses, opportunities, threats",
            one="point",
            help="Four lists; three to five points in each are plenty.",
            empty="Begin with what they praise us for and what they complain about.",
            audience=TEAM,
            limit=200,
            title="title",
            columns=("title", "side", "weight", "detail", "answer"),
        ),
    ),
)
