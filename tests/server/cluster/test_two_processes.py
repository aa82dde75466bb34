"""One plan and two processes: only one of them has it, and nothing is lost when it changes hands."""

from collections.abc import Iterator
from http.client import HTTPConnection
from time import monotonic
from typing import Any

import pytest

from tests.postgresql import PostgreSQL
from tests.server.cluster.processes import Cluster, come_back
from tests.wire_client import Closed, WireClient


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory, postgresql: PostgreSQL) -> Iterator[Cluster]:
    url = postgresql.make_database()
    cluster = Cluster(tmp_path_factory.mktemp("cluster"), url.render_as_string(hide_password=False))
    yield cluster
    cluster.stop()


def write(client: WireClient, words: str) -> None:
    client.edit(lambda: vision(client).insert(0, words))


def vision(client: WireClient) -> Any:
    return client.section("profile", "customer_profile")["vision"]


def words(client: WireClient) -> list[str]:
    return sorted(str(vision(client)).split())


def test_an_owner_that_stood_still_cannot_write_and_nothing_acknowledged_is_lost(cluster: Cluster):
    plan = cluster.owner.a_plan()
    # Past nginx, which would cut a line that is silent for so long before the edit is refused.
    anna = cluster.client(plan, cluster.first).join()
    write(anna, "one ")
    anna.wait_saved()
    cluster.first.pause()
    carol = cluster.client(plan, cluster.second)
    come_back(carol)
    write(carol, "two ")
    carol.wait_saved()
    write(anna, "three ")
    cluster.first.resume()
    anna.wait_closed()
    assert anna.saved == 1
    anna.url = cluster.url
    come_back(anna)
    anna.wait_saved()
    for client in (anna, carol):
        _settle(client, 3)
    assert words(anna) == words(carol) == ["one", "three", "two"]
    assert str(vision(anna)) == str(vision(carol))
    assert cluster.owner.document(plan)["profile"]["vision"] == str(vision(anna))
    for client in (anna, carol):
        client.close()


def _settle(client: WireClient, count: int) -> None:
    """Wait until somebody has so many words, also when their plan changes hands meanwhile."""
    while len(words(client)) < count:
        try:
            client.wait_for(lambda: len(words(client)) == count)
        except Closed:
            come_back(client)


def test_a_plan_follows_those_who_ask_for_it_at_the_other_process(cluster: Cluster):
    plan = cluster.owner.a_plan()
    anna = cluster.client(plan, cluster.first).join()
    write(anna, "one ")
    anna.wait_saved()
    ben = cluster.client(plan, cluster.second)
    come_back(ben)
    assert words(ben) == ["one"]
    assert anna.wait_event("refused")[0]["code"] == "moved"
    write(ben, "two ")
    ben.wait_saved()
    ben.close()


def test_when_a_process_is_killed_people_go_on_at_the_other(cluster: Cluster):
    plans = [cluster.owner.a_plan() for _ in range(4)]
    people = [cluster.client(plan).join() for plan in plans]
    for person in people:
        write(person, "one ")
        person.wait_saved()
    cluster.first.kill()
    for person in people:
        write(person, "two ")
        if not _is_saved(person):
            # What was not acknowledged goes along when they come back.
            come_back(person)
            person.wait_saved()
    assert [words(person) for person in people] == [["one", "two"]] * len(people)
    assert [cluster.owner.document(plan)["profile"]["vision"] for plan in plans] == [
        str(vision(person)) for person in people
    ]


def _is_saved(person: WireClient) -> bool:
    """Wait for the receipt, and return whether the plan was at a process that lives."""
    try:
        person.wait_saved()
    except Closed:
        return False
    return True


@pytest.mark.parametrize("size", [0, 50_000_000])
def test_nginx_writes_down_neither_join_codes_nor_where_somebody_came_from(cluster: Cluster, size: int):
    lines = cluster.nginx_log.read_text().count("\n")
    headers = {"Referer": f"{cluster.url}/join/CANARY22", "Content-Length": str(size)}
    connection = HTTPConnection("127.0.0.1", cluster.port, timeout=10)
    connection.putrequest("GET", "/join/CANARY23?token=CANARY24")
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    status = connection.getresponse().status
    connection.close()
    assert status == (413 if size else 200)
    written = _logged_after(cluster, lines)
    assert f" {status} GET " in written.splitlines()[-1]
    assert "CANARY" not in written


def _logged_after(cluster: Cluster, lines: int) -> str:
    until = monotonic() + 10
    # The answer may be here before the line about it is written.
    while (written := cluster.nginx_log.read_text()).count("\n") <= lines:
        assert monotonic() < until, "nginx wrote nothing down."
    return written
