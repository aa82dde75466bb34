"""How the customer is built and where it is: two sections of the customer profile."""

from planning.fields import CUSTOMER, TEAM, choice, day, email, long_text, ref, text, whole
from planning.records import Record, Section

LEVELS = {
    "group": "Group",
    "region": "Region",
    "division": "Division",
    "unit": "Business unit",
    "site": "Site",
    "department": "Department",
}
USES = {
    "headquarters": "Headquarters",
    "office": "Office",
    "site": "Site or plant",
    "delivery": "Delivery",
    "billing": "Billing",
}


class Division(Record):
    name = text(audience=CUSTOMER, label="Name", help="As they call it themselves.")
    parent = ref("divisions", audience=CUSTOMER, label="Part of", help="The division one step up.")
    level = choice(LEVELS, audience=CUSTOMER, label="Level", help="What kind of division it is.")
    country = text(most=80, audience=CUSTOMER, label="Country", help="Where most of its people work.")
    site = text(audience=CUSTOMER, label="Site", help="The city or campus where it sits.")
    headcount = whole(
        low=0, high=10_000_000, audience=CUSTOMER, label="Headcount", help="People who work in it."
    )
    head = ref("stakeholders", audience=TEAM, label="Led by", help="Who runs it.")
    buys = long_text(
        audience=TEAM, label="What they buy", help="What it buys of our kind, from whom, and how much."
    )
    notes = long_text(audience=TEAM, label="Notes", help="Anything else the team should know about it.")


class Address(Record):
    name = text(label="Name", help="What you would say to a taxi driver.")
    kind = choice(USES, label="Kind", help="What happens at this address.")
    division = ref("divisions", label="Division", help="Which division is there.")
    street = text(label="Street", help="Street and number.")
    postal_code = text(most=20, label="Postal code", help="As they print it on letters.")
    city = text(most=120, label="City", help="City or town.")
    country = text(most=80, label="Country", help="Country of this address.")
    phone = text(most=60, label="Phone", help="The desk that answers, with the country code.")
    email = email(label="E-mail", help="A shared mailbox, such as that of accounts payable.")
    access = text(label="Getting in", help="Badges, parking, safety briefing: what a visitor must know.")
    checked_on = day(label="Checked on", help="When somebody last made sure that this is right.")


DIVISIONS = Section(
    key="divisions",
    schema=Division,
    label="Divisions",
    one="division",
    help="How the company is built, from the group down to its sites.",
    empty="Add the group first, then its divisions and sites below it.",
    limit=1_000,
    columns=("name", "parent", "level", "country", "site", "headcount", "buys"),
)
ADDRESSES = Section(
    key="addresses",
    schema=Address,
    label="Addresses",
    one="address",
    help="Where to visit, deliver and invoice, and which desk answers.",
    empty="Add the places your colleagues ask you for: head office, sites, billing.",
    audience=TEAM,
    limit=500,
    columns=("name", "kind", "division", "city", "country", "phone"),
)
