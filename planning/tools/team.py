"""Who of ours serves the account, whom each of them covers, and what they promise each other."""

from planning.fields import (
    CUSTOMER,
    TEAM,
    choice,
    day,
    email,
    flag,
    long_text,
    number,
    ref,
    rich_text,
    scale,
    shared_flag,
    text,
)
from planning.records import Facts, Record, Section, Tool
from planning.vocabulary import RHYTHMS

QUALITIES = ("Not at all", "By name", "Now and then", "Well", "Very well")


class TeamMember(Record):
    name = text(audience=CUSTOMER, label="Name", help="The person, or the role while nobody is named.")
    department = text(audience=CUSTOMER, label="Department", help="Where in our company they work.")
    role = text(audience=CUSTOMER, label="Role on the account", help="What they are for this customer.")
    executive_sponsor = flag(
        audience=CUSTOMER,
        label="Executive sponsor",
        help="Yes for the senior person who stands up for this customer.",
    )
    email = email(audience=CUSTOMER, label="E-mail", help="Where the customer can write to them.")
    phone = text(most=60, audience=CUSTOMER, label="Phone", help="Where the customer can call them.")
    responsibilities = long_text(
        audience=TEAM, label="Responsibilities", help="What nobody else on the team looks after."
    )
    skills = text(audience=TEAM, label="Skills", help="What to ask them for, languages too.")
    hours_a_month = number(
        low=0,
        high=400,
        unit="hour",
        audience=TEAM,
        label="Hours a month",
        help="How much time they have for this account.",
    )
    location = text(
        audience=TEAM, label="Location", help="City or time zone, so that meetings are at a human hour."
    )
    stand_in = ref("team_members", audience=TEAM, label="Stand-in", help="Who steps in when they are away.")


class Coverage(Record):
    member = ref("team_members", label="Who of ours", help="Who keeps up the contact.")
    stakeholder = ref("stakeholders", label="Whom", help="With whom of theirs.")
    quality = scale(
        0, 4, labels=QUALITIES, label="How well", help="Very well means they call back the same day."
    )
    rhythm = choice(RHYTHMS, label="How often", help="How often they speak with each other.")
    topic = text(label="About what", help="What they talk about.")


class ExecutivePair(Record):
    ours = ref("team_members", audience=CUSTOMER, label="Ours", help="The executive on our side.")
    theirs = ref(
        "stakeholders", audience=CUSTOMER, label="Theirs", help="The executive on the customer's side."
    )
    rhythm = choice(RHYTHMS, audience=CUSTOMER, label="They meet", help="How often the two meet.")
    purpose = text(audience=CUSTOMER, label="Purpose", help="What the two of them look after.")
    next_on = day(audience=CUSTOMER, label="Next meeting", help="When they meet next.")
    last_met_on = day(audience=TEAM, label="Last met", help="When they last met; empty means never.")
    notes = long_text(audience=TEAM, label="Notes", help="What came of it, and what to prepare.")
    shared = shared_flag()


class Charter(Facts):
    purpose = rich_text(
        most=5_000, label="Purpose", help="Why this team exists, in a sentence all would sign."
    )
    scope = long_text(
        label="Scope", help="Which divisions, countries and topics are ours, and which are not."
    )
    decision_rights = long_text(
        label="Who decides what", help="Discounts, staffing, priorities: who may say yes."
    )
    escalation = long_text(
        label="Escalation path", help="Whom to call, in which order, and how fast they answer."
    )
    rhythm = long_text(label="Rhythm", help="When the team meets and what it looks at each time.")
    promises = rich_text(
        most=5_000, label="What we promise each other", help="Rules that everybody has agreed to."
    )


MEMBERS = Section(
    key="team_members",
    schema=TeamMember,
    label="Team",
    one="team member",
    help="Everybody of ours who works for this customer, from every department.",
    empty="Add yourself first, then everybody the customer meets, also from service and finance.",
    limit=500,
    columns=("name", "department", "role", "executive_sponsor", "skills", "hours_a_month", "stand_in"),
)
COVERAGE = Section(
    key="coverage",
    schema=Coverage,
    label="Coverage",
    one="contact",
    help="Who of ours is in touch with whom of theirs.",
    empty="Say for every stakeholder who of ours speaks with them, and how well.",
    audience=TEAM,
    limit=5_000,
    title="member",
    columns=("member", "stakeholder", "quality", "rhythm", "topic"),
)
PAIRS = Section(
    key="executive_pairs",
    schema=ExecutivePair,
    label="Executive pairs",
    one="pair",
    help="Leaders of both sides who know each other and can call each other.",
    empty="Give each of their executives somebody of the same rank on our side.",
    limit=100,
    title="ours",
    columns=("ours", "theirs", "rhythm", "purpose", "last_met_on", "next_on", "shared"),
    shared_by="shared",
)
CHARTER = Section(
    key="charter",
    schema=Charter,
    label="Charter",
    one="charter",
    help="What the account team has agreed about itself.",
    empty="Write the purpose of the team together; the rest follows from it.",
    audience=TEAM,
    many=False,
    title="purpose",
    columns=("purpose", "scope", "escalation", "rhythm"),
)

TOOL = Tool(
    key="team",
    part="people",
    label="Team and coverage",
    help="Who of ours serves this customer, and who knows whom.",
    sections=(MEMBERS, COVERAGE, PAIRS, CHARTER),
)
