"""Every route against everybody: driven from the routes there are, so that none can be forgotten."""

from collections.abc import Iterator

import pytest
from flask import Flask

from server.access import Right
from server.api.authorise import access_of
from server.errors import Refused
from tests.server.builders import World

ANYONE = "anyone"
MEMBER = "any member"
INSTALLER = "owner of the installation"
MACHINE = "holder of the metrics token"

EXPECTED: dict[str, str] = {
    "GET /api/session": ANYONE,
    "POST /api/session": ANYONE,
    "DELETE /api/session": ANYONE,
    "PATCH /api/session/person": MEMBER,
    "POST /api/setup": ANYONE,
    "GET /api/company": ANYONE,
    "PATCH /api/company": INSTALLER,
    "GET /api/company/logo": ANYONE,
    "PUT /api/company/logo": INSTALLER,
    "DELETE /api/company/logo": INSTALLER,
    "GET /api/members": MEMBER,
    "PATCH /api/members/<member_id>": INSTALLER,
    "GET /api/guests": INSTALLER,
    "POST /api/invitations": INSTALLER,
    "GET /api/invitations": INSTALLER,
    "DELETE /api/invitations/<invitation_id>": INSTALLER,
    "POST /api/invitations/look": ANYONE,
    "POST /api/invitations/accept": ANYONE,
    "GET /api/accounts": MEMBER,
    "POST /api/accounts": MEMBER,
    "GET /api/accounts/<account_id>": "account read",
    "PATCH /api/accounts/<account_id>": "account administer",
    "DELETE /api/accounts/<account_id>": "account remove",
    "POST /api/accounts/<account_id>/restore": "account in the bin",
    "GET /api/accounts/<account_id>/logo": "account read",
    "PUT /api/accounts/<account_id>/logo": "account administer",
    "DELETE /api/accounts/<account_id>/logo": "account administer",
    "GET /api/accounts/<account_id>/members": "account read",
    "PUT /api/accounts/<account_id>/members/<member_id>": "account administer",
    "DELETE /api/accounts/<account_id>/members/<member_id>": "account administer",
    "POST /api/accounts/<account_id>/plans": "account manage",
    "POST /api/accounts/<account_id>/plans/import": "account manage",
    "GET /api/plans/<plan_id>": "plan read",
    "PATCH /api/plans/<plan_id>": "plan manage",
    "DELETE /api/plans/<plan_id>": "plan remove",
    "POST /api/plans/<plan_id>/restore": "plan in the bin",
    "POST /api/plans/<plan_id>/duplicate": "plan manage",
    "GET /api/plans/<plan_id>/people": "plan read",
    "PATCH /api/plans/<plan_id>/guests/<guest_id>": "plan manage",
    "DELETE /api/plans/<plan_id>/guests/<guest_id>": "plan manage",
    "GET /api/plans/<plan_id>/join-code": "plan manage",
    "POST /api/plans/<plan_id>/join-code": "plan manage",
    "DELETE /api/plans/<plan_id>/join-code": "plan manage",
    "POST /api/join/look": ANYONE,
    "POST /api/join": ANYONE,
    "GET /api/plans/<plan_id>/document": "plan export",
    "POST /api/plans/<plan_id>/exports": "plan export",
    "GET /api/plans/<plan_id>/exports/<export_id>": "plan export",
    "GET /api/plans/<plan_id>/exports/<export_id>/file": "plan export",
    "GET /api/plans/<plan_id>/ways/<stakeholder_id>": "plan read",
    "GET /api/plans/<plan_id>/versions": "plan read",
    "POST /api/plans/<plan_id>/versions": "plan edit",
    "PATCH /api/plans/<plan_id>/versions/<version_id>": "plan edit",
    "DELETE /api/plans/<plan_id>/versions/<version_id>": "plan manage",
    "GET /api/plans/<plan_id>/versions/compare": "plan read",
    "POST /api/plans/<plan_id>/versions/<version_id>/restore": "plan edit",
    "GET /api/plans/<plan_id>/authorship": "plan read",
    "GET /api/persons/<participant>": INSTALLER,
    "DELETE /api/persons/<participant>": INSTALLER,
    "GET /api/audit": INSTALLER,
    "GET /api/audit/file": INSTALLER,
    "GET /api/openapi.json": ANYONE,
    "GET /healthz": ANYONE,
    "GET /readyz": ANYONE,
    "GET /metrics": MACHINE,
    "GET /": ANYONE,
    "GET /sign-in": ANYONE,
    "GET /setup": ANYONE,
    "GET /invitation": ANYONE,
    "GET /join": ANYONE,
    "GET /join/<code>": ANYONE,
    "GET /accounts/<account_id>": ANYONE,
    "GET /plans/<plan_id>": ANYONE,
    "GET /plans/<plan_id>/<tool>": ANYONE,
    "GET /members": ANYONE,
    "GET /audit": ANYONE,
    "GET /settings": ANYONE,
    "GET /assets/<path:name>": ANYONE,
    "GET /<name>": ANYONE,
}
"""What the product promises of every route, said a second time and by hand."""

READERS = {"viewer", "participant", "facilitator", "account owner", "owner"}
MANAGERS = {"facilitator", "account owner", "owner"}
OWNERS = {"account owner", "owner"}
MEMBERS = {*READERS, "stranger"}
GUESTS = {"guest", "other guest"}
EVERYBODY = sorted({"nobody", *MEMBERS, *GUESTS})

ADMITTED = {
    ANYONE: set(EVERYBODY),
    MEMBER: MEMBERS,
    INSTALLER: {"owner"},
    MACHINE: set(),
    "account read": READERS,
    "account manage": MANAGERS,
    "account remove": OWNERS,
    "account administer": OWNERS,
    "account in the bin": OWNERS,
    "plan read": {*READERS, "guest"},
    "plan edit": {*MANAGERS, "participant", "guest"},
    "plan export": MANAGERS,
    "plan manage": MANAGERS,
    "plan remove": OWNERS,
    "plan in the bin": OWNERS,
}


def routes_of(flask: Flask) -> Iterator[tuple[str, str]]:
    for rule in flask.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield f"{method} {rule.rule}", rule.endpoint


def address_in(world: World, route: str, *, foreign: bool = False) -> str:
    """Return the address of a route, in the account and plan of the world or in the other ones."""
    values = {
        "account_id": world.other_account if foreign else world.account,
        "plan_id": world.other_plan if foreign else world.plan,
        "member_id": world.members["viewer"],
        "participant": "p" * 21,
        "guest_id": world.members["guest"],
        "invitation_id": "i" * 21,
        "export_id": "e" * 21,
        "stakeholder_id": "s" * 21,
        "version_id": "v" * 21,
        "code": "ABCDEFGH",
        "tool": "actions",
        "path:name": "app.js",
        "name": "icon.svg",
    }
    address = route.split(" ")[1]
    for name, value in values.items():
        address = address.replace(f"<{name}>", value)
    return address


def prepare(world: World, route: str) -> None:
    """Put in the bin what a route takes out of it."""
    if EXPECTED[route].endswith("in the bin"):
        world.browser("owner").delete(address_in(world, route).removesuffix("/restore"))


def test_every_route_is_promised_to_somebody_and_every_promise_has_a_route(world: World) -> None:
    assert {route for route, _ in routes_of(world.flask)} == set(EXPECTED)


def test_every_route_declares_who_may_use_it(world: World) -> None:
    for _, endpoint in routes_of(world.flask):
        access_of(world.flask.view_functions[endpoint])


def test_a_handler_that_forgets_to_declare_its_access_is_no_route() -> None:
    def forgetful() -> None: ...

    with pytest.raises(TypeError, match="does not say who may use it"):
        access_of(forgetful)


def test_a_route_open_to_anyone_is_declared_so_and_no_other_is(world: World) -> None:
    for route, endpoint in routes_of(world.flask):
        declared = access_of(world.flask.view_functions[endpoint])
        is_open = declared.right is None and not declared.for_machines
        assert is_open == (EXPECTED[route] == ANYONE), route


def closed() -> list[str]:
    return sorted(route for route, who in EXPECTED.items() if who != ANYONE)


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("route", closed())
def test_a_closed_route_serves_those_it_is_promised_to_and_nobody_else(
    world: World, route: str, who: str
) -> None:
    prepare(world, route)
    method, address = route.split(" ")[0], address_in(world, route)
    answer = world.browser(who).ask(method, address, {} if method != "GET" else None)
    code = (
        (answer.json or {}).get("code")
        if answer.mimetype.endswith("json") and answer.status_code > 399
        else None
    )
    if who in ADMITTED[EXPECTED[route]]:
        assert answer.status_code not in (401, 403, 405, 500), (code, answer.status_code)
        assert code not in ("unknown_plan", "unknown_account")
    else:
        assert code == code_for(route, who)


def code_for(route: str, who: str) -> str:
    """Return how somebody is turned away: who sees nothing of a plan or account is told nothing of it."""
    if EXPECTED[route] == MACHINE:
        return "metrics_off"
    place = EXPECTED[route].split(" ")[0]
    sees = {"plan": {*READERS, "guest"}, "account": READERS}.get(place, set(EVERYBODY))
    in_bin = EXPECTED[route] == "plan in the bin"
    if who == "nobody":
        return "sign_in_needed"
    return "not_allowed" if who in sees - ({"guest"} if in_bin else set()) else f"unknown_{place}"


@pytest.mark.parametrize(
    "who", ["viewer", "participant", "facilitator", "account owner", "guest", "stranger"]
)
@pytest.mark.parametrize("route", [r for r in closed() if "plan_id" in r or "account_id" in r])
def test_a_foreign_plan_or_account_is_unknown_to_everybody_without_a_role_there(
    world: World, route: str, who: str
) -> None:
    method = route.split(" ")[0]
    answer = world.browser(who).ask(
        method, address_in(world, route, foreign=True), {} if method != "GET" else None
    )
    assert answer.status_code == 404
    assert answer.json["code"] in ("unknown_plan", "unknown_account")


@pytest.mark.parametrize("route", sorted(r for r, who in EXPECTED.items() if who == ANYONE))
def test_an_open_route_turns_nobody_away_for_who_they_are(world: World, route: str) -> None:
    method = route.split(" ")[0]
    answer = world.browser().ask(method, address_in(world, route), {} if method == "POST" else None)
    if answer.mimetype == "application/problem+json":
        assert answer.json["code"] not in ("sign_in_needed", "not_allowed", "internal")


def test_a_guest_who_was_made_facilitator_cannot_reach_beyond_the_plan(world: World) -> None:
    guest = f"/api/plans/{world.plan}/guests/{world.members['guest']}"
    assert world.browser("facilitator").patch(guest, {"role": "facilitator"}).status_code == 200
    browser = world.browser("guest")
    assert browser.get(f"/api/plans/{world.plan}/join-code").status_code == 200
    assert browser.post(f"/api/plans/{world.plan}/duplicate", {"title": "Mine"}).json["code"] == "not_allowed"
    assert browser.delete(f"/api/plans/{world.plan}").json["code"] == "not_allowed"


def test_a_right_is_refused_with_its_own_code() -> None:
    from server.access import Role, require_right, rights_of

    with pytest.raises(Refused) as refused:
        require_right(rights_of(Role.VIEWER), Right.EDIT)
    assert refused.value.code == "not_allowed"
