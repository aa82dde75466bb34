"""Who the customer is: the company, its divisions, its figures, where to find it."""

from planning.fields import (
    CUSTOMER,
    TEAM,
    choice,
    long_text,
    money,
    rich_text,
    text,
    web_link,
    whole,
    year,
)
from planning.records import Facts, Record, Section, Tool
from planning.tools.divisions import ADDRESSES, DIVISIONS
from planning.vocabulary import CURRENCIES

OWNERSHIPS = {
    "listed": "Listed on an exchange",
    "private": "Privately owned",
    "family": "Family business",
    "state": "Public body",
    "non_profit": "Not for profit",
    "cooperative": "Co-operative",
    "subsidiary": "Part of a group",
}
MONTHS = {
    "january": "January",
    "february": "February",
    "march": "March",
    "april": "April",
    "may": "May",
    "june": "June",
    "july": "July",
    "august": "August",
    "september": "September",
    "october": "October",
    "november": "November",
    "december": "December",
}
FIGURES = {"actual": "Actual", "expected": "Expected", "planned": "Planned"}


class Profile(Facts):
    legal_name = text(audience=CUSTOMER, label="Legal name", help="The name on contracts and invoices.")
    industry = text(audience=CUSTOMER, label="Industry", help="What line of business they are in.")
    headquarters = text(audience=CUSTOMER, label="Headquarters", help="City and country of the head office.")
    website = web_link(audience=CUSTOMER, label="Web site", help="Their public address on the web.")
    ownership = choice(
        OWNERSHIPS, audience=CUSTOMER, label="Ownership", help="Who owns them shapes how they decide."
    )
    owners = text(audience=TEAM, label="Owners", help="The main owners and what they expect of the company.")
    fiscal_year_end = choice(
        MONTHS, audience=CUSTOMER, label="Fiscal year ends in", help="Budgets close in this month."
    )
    employees = whole(
        low=0, high=10_000_000, audience=CUSTOMER, label="Employees", help="People who work there."
    )
    customer_since = year(audience=CUSTOMER, label="Customer since", help="The year of the first contract.")
    currency = choice(
        CURRENCIES,
        audience=CUSTOMER,
        label="Currency",
        help="Amounts in this plan are in it unless they say otherwise.",
    )
    introduction = rich_text(
        audience=CUSTOMER,
        label="Introduction",
        help="What the customer reads first in the copy you send them.",
    )
    vision = long_text(audience=CUSTOMER, label="Their vision", help="What they say they want to become.")
    priorities = rich_text(
        audience=CUSTOMER,
        label="Their priorities",
        help="What their management has promised for the coming years.",
    )
    shared_ambition = rich_text(
        audience=CUSTOMER, label="What we want together", help="The future that both sides would be proud of."
    )
    business_model = long_text(
        audience=TEAM, label="How they earn", help="Where their money comes from and what it costs them."
    )
    culture = long_text(
        audience=TEAM,
        label="Culture",
        help="What is praised there, what is frowned upon, and how people talk.",
    )
    decision_making = long_text(
        audience=TEAM,
        label="How they decide",
        help="Who prepares, who decides, which committees, how long it takes.",
    )
    buying_process = long_text(
        audience=TEAM, label="How they buy", help="Tenders, frame contracts, approval limits and who signs."
    )
    situation = long_text(
        audience=TEAM,
        label="Where we stand",
        help="The state of the account today, in a few honest sentences.",
    )
    ambition = rich_text(
        audience=TEAM, label="Our ambition", help="Where we want to be with them at the end of the plan."
    )


class FinancialYear(Record):
    year = year(label="Year", help="The fiscal year in which it ends.")
    figures = choice(FIGURES, label="Figures", help="Whether these happened or are still ahead.")
    customer_revenue = money(
        low=0, label="Customer revenue", help="What the customer earned, all business together."
    )
    customer_profit = money(label="Customer profit", help="What was left for the customer after all costs.")
    our_revenue = money(low=0, label="Our revenue", help="What we invoiced to them.")
    our_margin = money(label="Our gross margin", help="Our revenue less what it cost us to deliver.")
    cost_to_serve = money(
        low=0, label="Cost to serve", help="What selling to them and looking after them cost us."
    )
    potential = money(low=0, label="Potential", help="All they spend on what we could supply.")
    currency = choice(CURRENCIES, label="Currency", help="Empty means the currency of the plan.")


TOOL = Tool(
    key="customer_profile",
    part="information",
    label="Customer profile",
    help="Who they are, how they are built, how they decide and what they are worth.",
    sections=(
        Section(
            key="profile",
            schema=Profile,
            label="Profile",
            one="profile",
            help="The company in one page.",
            empty="Begin with their name, what they do and what they want to become.",
            many=False,
            title="legal_name",
            columns=("legal_name", "industry", "headquarters", "employees", "currency"),
        ),
        DIVISIONS,
        Section(
            key="financial_years",
            schema=FinancialYear,
            label="Financial years",
            one="year",
            help="Their money, ours, and how much of what they spend comes to us.",
            empty="Add the last three years and the years of this plan.",
            audience=TEAM,
            limit=60,
            title="year",
            columns=(
                "year",
                "figures",
                "customer_revenue",
                "our_revenue",
                "our_margin",
                "potential",
                "currency",
            ),
        ),
        ADDRESSES,
    ),
)
