"""How a handler becomes a route: authorised first, then its request read, then its answer written."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

from flask import Request, g, request
from flask_smorest import Blueprint
from flask_smorest.arguments import FlaskParser
from marshmallow import Schema
from werkzeug.exceptions import BadRequest

from server.api.authorise import access_of, authorise
from server.api.context import caller, now, services
from server.errors import Refused
from server.usecases.audit import sign

Handler = TypeVar("Handler", bound=Callable[..., Any])
View = Callable[..., Any]


class BodyReader(FlaskParser):  # type: ignore[misc]  # flask-smorest carries no types
    """Reads the body of a request."""

    def load_json(self, req: Request, schema: Schema) -> Any:
        """Return the JSON of a body; raise BadRequest when it is none, or nested deeper than can be read."""
        try:
            return super().load_json(req, schema)
        except RecursionError:
            raise BadRequest from None


class ReadingBlueprint(Blueprint):  # type: ignore[misc]  # flask-smorest carries no types
    """A blueprint whose bodies are read so."""

    ARGUMENTS_PARSER = BodyReader()


class Routes:
    """The routes of one feature; a handler that does not declare its access is refused at import."""

    def __init__(self, name: str, description: str) -> None:
        self.blueprint = ReadingBlueprint(name, name, description=description)

    def get(self, rule: str, **said: Any) -> Callable[[Handler], Handler]:
        """Route GET; see `_route` for what can be said."""
        return self._route("GET", rule, **said)

    def post(self, rule: str, **said: Any) -> Callable[[Handler], Handler]:
        """Route POST; see `_route` for what can be said."""
        return self._route("POST", rule, **said)

    def put(self, rule: str, **said: Any) -> Callable[[Handler], Handler]:
        """Route PUT; see `_route` for what can be said."""
        return self._route("PUT", rule, **said)

    def patch(self, rule: str, **said: Any) -> Callable[[Handler], Handler]:
        """Route PATCH; see `_route` for what can be said."""
        return self._route("PATCH", rule, **said)

    def delete(self, rule: str, **said: Any) -> Callable[[Handler], Handler]:
        """Route DELETE, which answers 204 unless something else is said."""
        return self._route("DELETE", rule, **({"status": 204} | said))

    def _route(
        self,
        method: str,
        rule: str,
        *,
        takes: type[Schema] | None = None,
        asks: type[Schema] | None = None,
        gives: Schema | type[Schema] | None = None,
        status: int = 200,
        media: str | None = None,
        most: str = "request_kilobytes",
    ) -> Callable[[Handler], Handler]:
        """Return a decorator that routes a handler and leaves it as it is.

        Parameters
        ----------
        takes, asks
            Schemas of the body and of the query; the handler's first arguments.
        gives, media
            Schema of the answer; or its media type, when it is no JSON.
        most
            The setting that says how large the request may be.
        """

        def add(handler: Handler) -> Handler:
            view = self._described(handler, takes, asks, gives, status, media)
            self.blueprint.route(rule, methods=[method])(guarded(view, most))
            return handler

        return add

    def _described(
        self,
        handler: View,
        takes: type[Schema] | None,
        asks: type[Schema] | None,
        gives: Schema | type[Schema] | None,
        status: int,
        media: str | None,
    ) -> View:
        of = self.blueprint
        view: View = of.response(status, gives, content_type=media)(handler)
        view = of.arguments(asks, location="query")(view) if asks else view
        view = of.arguments(takes)(view) if takes else view
        described: View = of.doc(operationId=handler.__name__)(view)
        return described


def guarded(view: View, most: str = "request_kilobytes") -> View:
    """Return a view that opens a database session and authorises before anything else is looked at."""
    access = access_of(view)

    @wraps(view)
    def authorised(*args: Any, **address: Any) -> Any:
        _require_text(address.values(), request.args.values())
        request.max_content_length = getattr(services().settings, most) * 1024
        with services().database.session() as session:
            g.session = session
            authorise(access, address)
            known = caller() if access.right is not None else None
            sign(session, known.participant if known else None, now())
            return view(*args, **address)

    return authorised


def _require_text(places: Iterable[str], questions: Iterable[str]) -> None:
    """Raise Refused for a null byte, which no identifier and no word has and PostgreSQL does not take."""
    if any("\0" in place for place in places):
        raise Refused("unknown_page")
    if any("\0" in question for question in questions):
        raise Refused("invalid")
