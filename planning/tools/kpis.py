"""The figures by which both sides see whether the plan works."""

from planning.fields import CUSTOMER, TEAM, choice, day, long_text, number, ref, shared_flag, text
from planning.records import Record, Section, Tool
from planning.vocabulary import RHYTHMS

DIRECTIONS = {"up": "Higher is better", "down": "Lower is better", "hold": "Close to the target is best"}


class Kpi(Record):
    name = text(audience=CUSTOMER, label="Name", help="What is measured, in a few words.")
    unit = text(
        most=40, audience=CUSTOMER, label="Unit", help="What the figure counts, such as %, minutes or sites."
    )
    direction = choice(DIRECTIONS, audience=CUSTOMER, label="Direction", help="Which way is good.")
    baseline = number(
        low=-1e12, high=1e12, audience=CUSTOMER, label="Baseline", help="The figure when the plan began."
    )
    target = number(low=-1e12, high=1e12, audience=CUSTOMER, label="Target", help="The figure to reach.")
    due = day(audience=CUSTOMER, label="Target by", help="When the target is to be reached.")
    rhythm = choice(RHYTHMS, audience=CUSTOMER, label="Measured", help="How often a new value is due.")
    definition = long_text(
        audience=CUSTOMER,
        label="Definition",
        help="How it is counted, so that two people get the same figure.",
    )
    objective = ref(
        "objectives", audience=CUSTOMER, label="Objective", help="The objective whose progress it shows."
    )
    owner = ref("team_members", audience=CUSTOMER, label="Owner", help="Who brings the values.")
    shared = shared_flag()


class KpiValue(Record):
    kpi = ref("kpis", audience=CUSTOMER, label="KPI", help="What was measured.")
    measured_on = day(audience=CUSTOMER, label="Date", help="The day for which the value holds.")
    value = number(
        low=-1e12, high=1e12, audience=CUSTOMER, label="Value", help="The figure in the unit of the KPI."
    )
    note = text(most=500, audience=TEAM, label="Note", help="What explains a jump.")


TOOL = Tool(
    key="kpis",
    part="actions",
    label="KPIs",
    help="The figures by which both sides see whether the plan works.",
    sections=(
        Section(
            key="kpis",
            schema=Kpi,
            label="KPIs",
            one="KPI",
            help="Few figures, measured the same way every time.",
            empty="Add one figure the customer already looks at every month.",
            limit=200,
            columns=("name", "unit", "direction", "baseline", "target", "owner", "shared"),
            shared_by="shared",
        ),
        Section(
            key="kpi_values",
            schema=KpiValue,
            label="KPI values",
            one="value",
            help="What was measured, and when.",
            empty="Add the value of today; the line grows from here.",
            limit=20_000,
            title="kpi",
            columns=("kpi", "measured_on", "value", "note"),
            only_with=("kpi",),
        ),
    ),
)
