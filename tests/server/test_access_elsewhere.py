"""Access that another process takes away, over the database alone (W7)."""

import datetime as dt

from sqlalchemy import select

from server.store.database import open_database
from server.store.models import Guest
from tests.end_to_end.hand import take_seat
from tests.end_to_end.installation import Installation
from tests.wire_client import WireClient


def test_w7_who_is_removed_elsewhere_is_shown_out_and_who_is_renamed_hears_it(tavolo: Installation) -> None:
    plan = tavolo.a_plan()
    code = tavolo.join_code(plan)
    tokens = [take_seat(tavolo, code, name) for name in ("Mei Lin", "Ben Okafor")]
    mei, ben = (WireClient(tavolo.url, plan, token, origin=tavolo.url).join() for token in tokens)
    elsewhere = open_database(tavolo.data)
    with elsewhere.session() as session:
        guests = {guest.name: guest for guest in session.scalars(select(Guest).where(Guest.plan_id == plan))}
        guests["Mei Lin"].removed_at = dt.datetime(2027, 1, 11)
        guests["Ben Okafor"].name = "Ben O."
        session.commit()
    elsewhere.close()
    assert mei.wait_event("refused")[0]["code"] == "removed"
    mei.wait_closed()
    assert ben.wait_event("you")[0]["name"] == "Ben O."
    ben.close()
