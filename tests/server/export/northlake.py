"""A plan as a real account team would have it: every tool filled, in Italian, Polish and Chinese too."""

import datetime as dt
import json
from pathlib import Path

from planning.plan import Plan
from server.export.edition import Audience, Edition
from tests.builders import a_plan

CONTENT = json.loads((Path(__file__).parent / "northlake.json").read_text("utf-8"))


def northlake() -> Plan:
    """Return the plan of Northlake Hospitals."""
    return a_plan(**CONTENT)


def an_edition(audience: Audience = Audience.TEAM, **said: object) -> Edition:
    """Return an edition of their plan, with whatever a test says of it."""
    usual = {
        "account": "Northlake Hospitals",
        "company": "Meridian Cloud",
        "title": "Northlake: growing together",
        "starts_on": dt.date(2027, 1, 1),
        "ends_on": dt.date(2029, 12, 31),
        "printed_on": dt.date(2027, 2, 21),
    }
    return Edition(audience, **(usual | said))  # type: ignore[arg-type]
