"""REST, thin: authorise, call one use case, answer. What it offers stands in /api/openapi.json."""

from typing import Any


def openapi_description() -> dict[str, Any]:
    """Return the OpenAPI description, which needs no database."""
    # Here, because every module of the package would otherwise load all the others.
    from server.api.openapi import describe_api

    return describe_api()
