"""Who decides at the customer, who influences them, and how they feel about us."""

from planning.fields import (
    CUSTOMER,
    TEAM,
    choice,
    coordinate,
    day,
    email,
    long_text,
    ref,
    scale,
    text,
)
from planning.records import Record, Section, Tool
from planning.vocabulary import DEGREES

SIDES = {"customer": "Customer", "partner": "Partner", "adviser": "Adviser"}
BUYING_ROLES = {
    "economic": "Economic",
    "user": "User",
    "technical": "Technical",
    "coach": "Coach",
    "approver": "Approver",
    "gatekeeper": "Gatekeeper",
    "influencer": "Influencer",
}
STANCES = ("Opponent", "Sceptic", "Neutral", "Supporter", "Champion")
RELATIONSHIPS = ("None", "Known", "Credible", "Problem solver", "Trusted adviser")
STRENGTHS = ("Weak", "Clear", "Strong")
INFLUENCES = {"influences": "Influences", "conflicts": "Is in conflict with"}


class Stakeholder(Record):
    name = text(
        audience=CUSTOMER, label="Name", help="The person, or the role while you do not know the name."
    )
    title = text(audience=CUSTOMER, label="Title", help="What their card says.")
    division = ref("divisions", audience=CUSTOMER, label="Division", help="Where they work.")
    side = choice(
        SIDES, audience=TEAM, label="Side", help="Whom they work for: the customer, a partner or an adviser."
    )
    buying_role = choice(
        BUYING_ROLES,
        audience=TEAM,
        label="Buying role",
        help="Their part when the customer buys; the economic buyer pays.",
    )
    power = scale(1, 5, labels=DEGREES, audience=TEAM, label="Power", help="How much they decide themselves.")
    influence = scale(
        1, 5, labels=DEGREES, audience=TEAM, label="Influence", help="How much others listen to them."
    )
    interest = scale(
        1, 5, labels=DEGREES, audience=TEAM, label="Interest", help="How much our topics matter to them."
    )
    stance = scale(-2, 2, labels=STANCES, audience=TEAM, label="Stance", help="How they feel about us today.")
    relationship_now = scale(
        0, 4, labels=RELATIONSHIPS, audience=TEAM, label="Relationship", help="What we are to them today."
    )
    relationship_wanted = scale(
        0, 4, labels=RELATIONSHIPS, audience=TEAM, label="Wanted", help="What we want to be to them."
    )
    reports_to = ref("stakeholders", audience=TEAM, label="Reports to", help="Their boss.")
    key_contact = ref(
        "team_members", audience=TEAM, label="Key contact", help="Who of ours they would call first."
    )
    last_contact_on = day(
        audience=TEAM, label="Last contact", help="When somebody of ours last spoke with them."
    )
    next_contact_on = day(audience=TEAM, label="Next contact", help="When we will speak with them next.")
    in_role_since = day(audience=TEAM, label="In the role since", help="Somebody new wants to leave a mark.")
    measured_by = text(
        audience=TEAM, label="Measured by", help="The figures by which their own boss judges them."
    )
    wins = long_text(
        audience=TEAM, label="Personal wins", help="What success with us would mean for them as a person."
    )
    approach = long_text(
        audience=TEAM, label="How to win them", help="What to say, show and do, and what to avoid."
    )
    notes = long_text(
        audience=TEAM, label="Notes", help="Facts only, and only what you could show the person."
    )
    email = email(audience=TEAM, label="E-mail", help="Their business address.")
    phone = text(most=60, audience=TEAM, label="Phone", help="Their business number, with the country code.")
    x = coordinate(audience=TEAM, label="Across")
    y = coordinate(audience=TEAM, label="Down")


class InfluenceLine(Record):
    from_whom = ref("stakeholders", label="From", help="Who influences.")
    to_whom = ref("stakeholders", label="To", help="Who is influenced.")
    kind = choice(
        INFLUENCES, label="Kind", help="Whether one carries the other along or stands against them."
    )
    strength = scale(
        1, 3, labels=STRENGTHS, label="Strength", help="How much it counts when it comes to a decision."
    )
    basis = text(label="Basis", help="Where it comes from: former colleagues, a mandate, a shared project.")


TOOL = Tool(
    key="stakeholders",
    part="people",
    label="Stakeholders",
    help="Who decides, who influences them, and who of ours they trust.",
    sections=(
        Section(
            key="stakeholders",
            schema=Stakeholder,
            label="Stakeholders",
            one="stakeholder",
            help="Everybody who has a say, also advisers and partners.",
            empty="Add who signs, who uses what we sell, and who can say no.",
            limit=500,
            columns=(
                "name",
                "buying_role",
                "power",
                "stance",
                "relationship_now",
                "key_contact",
                "last_contact_on",
            ),
            only_when_named=True,
        ),
        Section(
            key="influence_lines",
            schema=InfluenceLine,
            label="Influence lines",
            one="influence line",
            help="Who listens to whom, beside the organisation chart.",
            empty="Ask of each decision maker: whom do they call before they decide?",
            audience=TEAM,
            limit=2_000,
            title="from_whom",
            columns=("from_whom", "kind", "to_whom", "strength", "basis"),
        ),
    ),
)
