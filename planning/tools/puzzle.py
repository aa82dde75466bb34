"""The pieces of knowledge that everybody brings to the table."""

from planning.fields import TEAM, choice, scale, stamp, target, text, whole
from planning.records import Record, Section, Tool

AREAS = {
    "goal": "Goal",
    "challenge": "Challenge",
    "culture": "Culture",
    "people": "People",
    "competition": "Competition",
    "opportunity": "Opportunity",
}
CONFIDENCE = ("A guess", "Hearsay", "Likely", "Sure", "I saw it myself")


class PuzzlePiece(Record):
    area = choice(AREAS, label="Area", help="What the piece tells us about.")
    confidence = scale(
        1, 5, labels=CONFIDENCE, label="Confidence", help="How sure the person is who brought it."
    )
    cluster = text(most=120, label="Cluster", help="Pieces that say the same thing carry the same cluster.")
    votes = whole(low=0, high=100_000, label="Dots", help="How many dots it got in the vote.", system=True)
    placed = target(label="Placed at", help="The record of the plan that this piece became.")
    brought = stamp(label="Brought by", help="Who brought it to the table, and from which department.")
    # Declared last: from here on the name no longer means the function that declares a text.
    text = text(
        most=500, label="Piece", help="One thing you know about this customer, in one or two sentences."
    )


TOOL = Tool(
    key="puzzle",
    part="information",
    label="Puzzle",
    help="What each of us knows, laid on one table and put where it belongs.",
    sections=(
        Section(
            key="puzzle_pieces",
            schema=PuzzlePiece,
            label="Pieces",
            one="piece",
            help="Small pieces of knowledge; together they make the picture.",
            empty="Add one thing you know about this customer that the others may not.",
            audience=TEAM,
            title="text",
            columns=("text", "area", "brought", "confidence", "cluster", "placed"),
        ),
    ),
)
