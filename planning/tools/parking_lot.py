"""What came up and must not be forgotten, but not now."""

from planning.fields import TEAM, choice, day, long_text, ref, stamp, target, text
from planning.records import Record, Section, Tool

STATUSES = {"parked": "Parked", "taken_up": "Taken up", "settled": "Settled"}


class ParkedItem(Record):
    title = text(label="Topic", help="The question or topic, in one line.")
    raised = stamp(label="Raised by", help="Who brought it up.")
    owner = ref("team_members", label="Owner", help="Who takes it along.")
    due = day(label="Back by", help="When it comes back to the table.")
    status = choice(STATUSES, label="Status", help="Whether it still waits.")
    about = target(label="About", help="The part of the plan it speaks of.")
    outcome = long_text(label="Outcome", help="What became of it.")


TOOL = Tool(
    key="parking_lot",
    part="actions",
    label="Parking lot",
    help="What came up and must not be forgotten, but not now.",
    sections=(
        Section(
            key="parked_items",
            schema=ParkedItem,
            label="Parking lot",
            one="topic",
            help="Topics that wait; each leaves with an owner.",
            empty="Park here what would lead the meeting astray.",
            audience=TEAM,
            limit=500,
            title="title",
            columns=("title", "raised", "owner", "due", "status"),
        ),
    ),
)
