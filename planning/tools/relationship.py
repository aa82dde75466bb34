"""What lies between us and the customer: history, their voice, and what they could still buy."""

from planning.fields import (
    CUSTOMER,
    TEAM,
    choice,
    day,
    long_text,
    money,
    percent,
    ref,
    refs,
    scale,
    shared_flag,
    text,
)
from planning.records import Record, Section, Tool
from planning.vocabulary import IMPACTS

EVENTS = {
    "contract": "Contract",
    "project": "Project",
    "renewal": "Renewal",
    "win": "Win",
    "loss": "Loss",
    "incident": "Incident",
    "escalation": "Escalation",
    "executive_meeting": "Executive meeting",
    "visit": "Visit",
}
CHANNELS = {
    "meeting": "Meeting",
    "survey": "Survey",
    "interview": "Interview",
    "call": "Call or ticket",
    "answer": "Answer to our report",
}
SATISFACTION = ("Very dissatisfied", "Dissatisfied", "So-so", "Satisfied", "Very satisfied")
WHITE_SPACE = {
    "open": "Open",
    "deployed": "Deployed",
    "proposed": "Proposed",
    "competitor": "With a competitor",
    "not_applicable": "Not applicable",
}


class Event(Record):
    title = text(
        audience=CUSTOMER, label="What happened", help="One line, as you would tell it to a new colleague."
    )
    happened_on = day(audience=CUSTOMER, label="Date", help="The day it happened or began.")
    kind = choice(EVENTS, audience=CUSTOMER, label="Kind", help="What sort of event it was.")
    story = long_text(audience=CUSTOMER, label="Story", help="What led to it and how it ended.")
    division = ref(
        "divisions", audience=CUSTOMER, label="Division", help="Where at the customer it happened."
    )
    value = money(audience=TEAM, label="Value", help="What it was worth to us, or cost us.")
    felt = scale(-2, 2, labels=IMPACTS, audience=TEAM, label="Felt", help="How they remember it.")
    people = refs(
        "stakeholders", most=10, audience=TEAM, label="Who was there", help="Whom of theirs it touched."
    )
    lesson = long_text(audience=TEAM, label="What we learnt", help="What we do differently since.")
    shared = shared_flag()


class Voice(Record):
    quote = text(most=1_000, label="Quote", help="Their words, not ours.")
    said_on = day(label="Date", help="When they said it.")
    who = ref("stakeholders", label="Who", help="Who of theirs said it.")
    speaker = text(label="Speaker", help="Who spoke, when it is nobody on the map of stakeholders.")
    channel = choice(CHANNELS, label="Heard in", help="How we came to hear it.")
    nps = scale(
        0,
        10,
        label="Would recommend us",
        help="0 not at all, 10 certainly; the question of the net promoter score.",
    )
    satisfaction = scale(
        1, 5, labels=SATISFACTION, label="Satisfaction", help="How satisfied they said they are."
    )
    topic = text(label="About", help="The product, service or project they spoke of.")
    answer = text(most=500, label="What we did", help="How we answered, and who told them.")


class Offering(Record):
    name = text(label="Name", help="A product or service that we could sell them.")
    family = text(label="Family", help="Offerings that belong together have the same family.")
    description = long_text(label="What it does", help="What it does for a customer, in a sentence.")
    margin = percent(low=-100, label="Usual margin", help="Gross margin that we usually make with it.")
    supplied_by = text(label="Supplied by", help="Which of our departments delivers it.")


class Cell(Record):
    offering = ref("offerings", label="Offering", help="What we could sell.")
    division = ref("divisions", label="Division", help="Who could buy it.")
    status = choice(WHITE_SPACE, label="Status", help="Where we are with it.")
    current = money(low=0, label="Current revenue", help="What we earn with it there in a year.")
    potential = money(low=0, label="Potential revenue", help="What we could earn with it there in a year.")
    competitor = ref("competitors", label="Competitor", help="Who has it today, when we do not.")
    ends_on = day(label="Contract ends on", help="When the contract that is there today runs out.")
    next_step = text(label="Next step", help="What would move it forward.")


HISTORY = Section(
    key="history",
    schema=Event,
    label="History",
    one="event",
    help="What we have been through together, as they remember it.",
    empty="Add the first contract, the best day, the worst day and the last renewal.",
    title="title",
    columns=("happened_on", "title", "kind", "division", "value", "felt", "shared"),
    shared_by="shared",
)
CUSTOMER_VOICE = Section(
    key="customer_voice",
    schema=Voice,
    label="Customer voice",
    one="quote",
    help="What they say about us, in their own words.",
    empty="Add the last sentence you heard about us, pleasant or not.",
    audience=TEAM,
    title="quote",
    columns=("said_on", "who", "quote", "nps", "satisfaction", "topic"),
)
OFFERINGS = Section(
    key="offerings",
    schema=Offering,
    label="Offerings",
    one="offering",
    help="What we have to sell; the columns of the white space.",
    empty="Add what you could sell them, also what they do not know you have.",
    audience=TEAM,
    limit=200,
    columns=("name", "family", "description", "margin", "supplied_by"),
)
WHITE_SPACE_GRID = Section(
    key="white_space",
    schema=Cell,
    label="White space",
    one="cell",
    help="Each offering in each division: what is there, what could be.",
    empty="Add divisions and offerings first; then say for each pair where you are.",
    audience=TEAM,
    limit=10_000,
    title="offering",
    columns=("offering", "division", "status", "current", "potential", "competitor", "next_step"),
)

TOOL = Tool(
    key="relationship",
    part="information",
    label="Relationship",
    help="What we have been through together, how they see us, and what is still open.",
    sections=(HISTORY, CUSTOMER_VOICE, OFFERINGS, WHITE_SPACE_GRID),
)
