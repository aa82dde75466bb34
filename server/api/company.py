"""The company that this installation serves."""

from typing import Any

from flask import Response
from marshmallow import Schema, fields

from server.access import Right
from server.api.authorise import needs, open_to_anyone
from server.api.context import services, session
from server.api.pictures import PNG, answer_logo
from server.api.routing import Routes
from server.api.shapes import Answer, Picture, title_line
from server.usecases import company

routes = Routes("company", "The company that this installation serves.")


class CompanyChange(Schema):
    """The company's new name."""

    company = title_line()


class CompanyAnswer(Answer):
    """The company, as every page shows it."""

    company = fields.String()
    has_logo = fields.Boolean()


@routes.get("/api/company", gives=CompanyAnswer)
@open_to_anyone
def view_company() -> company.CompanyView:
    """Say whose installation this is; the sign-in page shows it."""
    return company.view_company(session())


@routes.patch("/api/company", takes=CompanyChange, gives=CompanyAnswer)
@needs(Right.INSTALL)
def change_company(said: dict[str, Any]) -> company.CompanyView:
    """Give the company another name."""
    return company.rename_company(session(), **said)


@routes.get("/api/company/logo", media=PNG)
@open_to_anyone
def view_company_logo() -> Response:
    """Return the company's logo."""
    return answer_logo(company.company_logo(session()))


@routes.put("/api/company/logo", takes=Picture, gives=CompanyAnswer, most="logo_request_kilobytes")
@needs(Right.INSTALL)
def set_company_logo(said: dict[str, Any]) -> company.CompanyView:
    """Give the company a logo."""
    most = services().settings.logo_kilobytes * 1024
    return company.set_company_logo(session(), said["image"], most=most)


@routes.delete("/api/company/logo")
@needs(Right.INSTALL)
def delete_company_logo() -> None:
    """Take the company's logo away."""
    company.remove_company_logo(session())
