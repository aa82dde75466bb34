"""All routes of the API, and its description at /api/openapi.json."""

from typing import Any

from flask import Flask, Response
from flask_smorest import Api

from server.api import (
    account_members,
    accounts,
    audit,
    company,
    documents,
    exports,
    invitations,
    joining,
    members,
    people,
    persons,
    plans,
    sessions,
    versions,
    ways,
)
from server.api.authorise import open_to_anyone
from server.api.health import health
from server.api.problems import Problem, register_problems

FEATURES = (
    sessions,
    company,
    members,
    invitations,
    accounts,
    account_members,
    plans,
    people,
    joining,
    documents,
    exports,
    ways,
    versions,
    audit,
    persons,
)


class DescribedApi(Api):  # type: ignore[misc]  # flask-smorest carries no types
    """An API whose errors are problems."""

    ERROR_SCHEMA = Problem

    def _register_error_handlers(self) -> None:
        register_problems(self._app)

    @open_to_anyone
    def _openapi_json(self) -> Response:
        described: Response = super()._openapi_json()
        return described


def add_api(app: Flask) -> Api:
    """Add every route of the API to an application."""
    app.config.update(
        API_TITLE="Tavolo",
        API_VERSION="1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/api",
        OPENAPI_JSON_PATH="openapi.json",
    )
    api = DescribedApi(app)
    for feature in FEATURES:
        api.register_blueprint(feature.routes.blueprint)
    app.register_blueprint(health)
    return api


def describe_api() -> dict[str, Any]:
    """Return the OpenAPI description, which needs no database."""
    described: dict[str, Any] = add_api(Flask("server", static_folder=None)).spec.to_dict()
    return described
