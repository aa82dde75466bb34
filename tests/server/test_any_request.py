"""Requests made up from the API's own description, also ones that nobody would send."""

import os
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from tests.server.builders import ORIGIN, World

# Nothing is shrunk: what fails prints its request, and the description has many operations.
QUICKLY = settings(
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
REQUESTS = {"owner": 4, "guest": 2, "nobody": 1}
"""Of each kind to each operation; fifty times as many in `make soak`."""


@pytest.mark.parametrize("who", list(REQUESTS))
def test_no_request_is_a_fault_of_ours_whether_the_description_allows_it_or_not(
    world: World, who: str
) -> None:
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", world.flask)
    headers = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}
    if who in world.tokens:
        headers["Cookie"] = f"tavolo={world.tokens[who]}"
    names = {"plan_id": world.plan, "account_id": world.account}
    most = REQUESTS[who] * (50 if os.environ.get("TAVOLO_SOAK") else 1)
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        for mode in _modes(operation):
            asked += _ask(operation, settings(QUICKLY, max_examples=most), mode, headers, names)
    assert asked > 50


def _modes(operation: Any) -> list[GenerationMode]:
    """Return how an operation can be asked: any text is a name, so only a query or a body can be wrong."""
    may_be_wrong = len(operation.query) > 0 or len(operation.body) > 0
    return [GenerationMode.POSITIVE, *([GenerationMode.NEGATIVE] if may_be_wrong else [])]


def _ask(
    operation: Any, tries: settings, mode: GenerationMode, headers: dict[str, str], names: dict[str, str]
) -> int:
    """Send some requests to one operation, half of them about what is there; return how many."""
    sent = 0

    @tries
    @given(case=operation.as_strategy(generation_mode=mode), is_known=st.booleans())
    def send(case: Any, is_known: bool) -> None:
        nonlocal sent
        if is_known:
            case.path_parameters = {
                **(case.path_parameters or {}),
                **{name: id for name, id in names.items() if name in (case.path_parameters or {})},
            }
        answer = case.call(headers=headers)
        sent += 1
        assert answer.status_code < 500, f"{case.as_curl_command()} -> {answer.text}"

    send()
    return sent
