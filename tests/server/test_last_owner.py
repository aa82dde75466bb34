"""Somebody always owns the installation, whoever gives it up at the same moment."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from server.errors import Refused
from server.store.members import active_owners
from server.store.models import Member
from server.usecases.audit import sign
from server.usecases.erase import _show_out
from server.usecases.members import change_member
from tests.postgresql import ON_BOTH
from tests.server.builders import START, World

pytestmark = ON_BOTH

Step = Callable[[World, Session, str], object]


def gives_it_up(world: World, session: Session, member: str) -> None:
    change_member(session, world.live, member, START, is_owner=False)


def is_erased(_world: World, session: Session, member: str) -> None:
    _show_out(session, session.get_one(Member, member), START)


@pytest.mark.parametrize("step", [gives_it_up, is_erased])
def test_of_two_owners_who_go_at_once_one_stays(world: World, step: Step) -> None:
    two = [world.members["owner"], world.members["viewer"]]
    world.browser("owner").patch(f"/api/members/{two[1]}", {"is_owner": True})

    def go(member: str, at_the_end: Callable[..., object]) -> str:
        with world.database.session() as session:
            sign(session, member, START)
            event.listen(session, "before_commit", at_the_end, once=True)
            try:
                step(world, session, member)
            except Refused as refused:
                return refused.code
        return "gone"

    with ThreadPoolExecutor(1) as hands:
        others: list[Future[str]] = []

        def other_goes(_session: Session) -> None:
            others.append(hands.submit(go, two[1], lambda _session: None))
            # It waits for this one, or is over by then.
            wait(others, timeout=0.5)

        ends = [go(two[0], other_goes), others[0].result()]
    assert sorted(ends) == ["gone", "last_owner"]
    with world.database.session() as session:
        assert len(active_owners(session)) == 1
