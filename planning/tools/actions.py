"""Who does what by when, and which objective it serves."""

from planning.fields import (
    CUSTOMER,
    TEAM,
    choice,
    day,
    long_text,
    money,
    number,
    percent,
    ref,
    refs,
    shared_flag,
    text,
)
from planning.records import Record, Section, Tool

STATUSES = {
    "to_do": "To do",
    "doing": "Doing",
    "blocked": "Blocked",
    "done": "Done",
    "dropped": "Dropped",
}
PRIORITIES = {"low": "Low", "medium": "Medium", "high": "High", "critical": "Critical"}


class Action(Record):
    title = text(audience=CUSTOMER, label="Title", help="Begin with a verb: agree, test, deliver.")
    objective = ref(
        "objectives", audience=CUSTOMER, label="Objective", help="The objective it brings closer."
    )
    owner = ref(
        "team_members", audience=CUSTOMER, label="Owner", help="The one person of ours who sees it through."
    )
    helpers = refs(
        "team_members", most=20, audience=CUSTOMER, label="Helpers", help="Who of ours works on it too."
    )
    co_owner = ref(
        "stakeholders", audience=CUSTOMER, label="Together with", help="Who of theirs does it with us."
    )
    division = ref(
        "divisions", audience=CUSTOMER, label="Where", help="The division it is for; empty means everywhere."
    )
    start = day(audience=CUSTOMER, label="Start", help="When work on it begins.")
    due = day(audience=CUSTOMER, label="Due", help="When it is to be done.")
    status = choice(STATUSES, audience=CUSTOMER, label="Status", help="Where it is today.")
    progress = percent(audience=CUSTOMER, label="Progress", help="How much of it is done.")
    done_on = day(audience=CUSTOMER, label="Done on", help="The day it was finished.")
    result = text(most=500, audience=CUSTOMER, label="Result", help="What will be there when it is done.")
    depends_on = refs(
        "actions", most=30, audience=CUSTOMER, label="Waits for", help="Actions that must be done before."
    )
    priority = choice(PRIORITIES, audience=TEAM, label="Priority", help="What goes first when time is short.")
    effort = number(
        low=0,
        high=10_000,
        unit="day",
        audience=TEAM,
        label="Effort",
        help="Working days it takes, all together.",
    )
    cost = money(low=0, audience=TEAM, label="Cost", help="What it costs us besides our time.")
    obstacle = text(most=500, audience=TEAM, label="Obstacle", help="What holds it up.")
    notes = long_text(audience=TEAM, label="Notes", help="What only the team needs to know.")
    shared = shared_flag()


TOOL = Tool(
    key="actions",
    part="actions",
    label="Actions",
    help="Who does what by when, and what it serves.",
    sections=(
        Section(
            key="actions",
            schema=Action,
            label="Actions",
            one="action",
            help="Every action has one owner, one date and one objective.",
            empty="Take an objective and write down the very next step towards it.",
            title="title",
            columns=("title", "objective", "owner", "due", "status", "progress", "shared"),
            shared_by="shared",
        ),
    ),
)
