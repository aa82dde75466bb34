"""Who does, answers for, advises on and hears of each workstream (RACI)."""

from planning.fields import TEAM, choice, long_text, ref, text
from planning.records import Record, Section, Tool

LETTERS = {"R": "Responsible", "A": "Accountable", "C": "Consulted", "I": "Informed"}


class Workstream(Record):
    name = text(label="Name", help="A piece of work that goes on through the year.")
    description = long_text(label="Description", help="What belongs to it and what does not.")
    objective = ref("objectives", label="Objective", help="The objective it works for.")


class Responsibility(Record):
    workstream = ref("workstreams", label="Workstream", help="The work in question.")
    member = ref("team_members", label="Team member", help="The person in question.")
    letter = choice(
        LETTERS,
        label="Letter",
        help="R does it, A answers for it (one only), C is asked before, I is told after.",
    )


TOOL = Tool(
    key="responsibilities",
    part="people",
    label="Responsibilities",
    help="Who does what, and exactly one who answers for it.",
    sections=(
        Section(
            key="workstreams",
            schema=Workstream,
            label="Workstreams",
            one="workstream",
            help="Work that goes on, as opposed to actions that end.",
            empty="Add the work that falls between two chairs: quotations, rollouts, complaints.",
            audience=TEAM,
            limit=200,
            columns=("name", "description", "objective"),
        ),
        Section(
            key="responsibilities",
            schema=Responsibility,
            label="Responsibilities",
            one="responsibility",
            help="A letter for each person and workstream.",
            empty="Give each workstream one A first, then the people who do the work.",
            audience=TEAM,
            limit=10_000,
            title="workstream",
            columns=("workstream", "member", "letter"),
        ),
    ),
)
