"""One person's data: taken along, and erased."""

import json

from flask import Response

from server.access import Right
from server.api.authorise import needs
from server.api.context import now, services, session
from server.api.downloads import answer_file
from server.api.routing import Routes
from server.usecases import erase
from server.usecases import export_person as exporting

routes = Routes("persons", "What is kept about one person.")


@routes.get("/api/persons/<participant>", media="application/json")
@needs(Right.INSTALL)
def export_person(participant: str) -> Response:
    """Return everything that is kept about a member or guest."""
    found = exporting.export_person(session(), services().rooms, participant)
    words = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    return answer_file(words.encode(), "application/json", "person.json")


@routes.delete("/api/persons/<participant>")
@needs(Right.INSTALL)
def erase_person(participant: str) -> None:
    """Erase a member or guest for good: their name and address are nowhere afterwards."""
    at = services()
    erase.erase_person(session(), at.rooms, at.exports, participant, now())
