"""Accounts: the customers that plans are made for."""

from typing import Any

from flask import Response
from marshmallow import Schema, fields

from server.access import Right
from server.api.authorise import needs
from server.api.context import member, now, role, services, session
from server.api.pictures import PNG, answer_logo
from server.api.routing import Routes
from server.api.shapes import Answer, Moment, Picture, role_field, title_line
from server.usecases import accounts

routes = Routes("accounts", "The customers that plans are made for.")


class AccountName(Schema):
    """The name of an account."""

    name = title_line()


class WhichAccounts(Schema):
    """Which accounts to list."""

    removed = fields.Boolean(load_default=False)


class PlanLineAnswer(Answer):
    """A plan, as a line of its account."""

    id = fields.String()
    title = fields.String()
    starts_on = fields.Date()
    ends_on = fields.Date()
    changed_at = Moment()
    people_now = fields.Integer()
    removed_at = Moment(allow_none=True)


class AccountAnswer(Answer):
    """An account with its plans; `removed_plans` is its bin, to those who may restore."""

    id = fields.String()
    name = fields.String()
    has_logo = fields.Boolean()
    role = role_field()
    plans = fields.List(fields.Nested(PlanLineAnswer))
    removed_plans = fields.List(fields.Nested(PlanLineAnswer))


@routes.get("/api/accounts", asks=WhichAccounts, gives=AccountAnswer(many=True))
@needs(Right.BELONG)
def list_accounts(asked: dict[str, Any]) -> list[accounts.AccountView]:
    """List the accounts the member sees; `removed=true` those in the bin that they may restore."""
    return accounts.list_accounts(session(), services().rooms, member(), **asked)


@routes.post("/api/accounts", takes=AccountName, gives=AccountAnswer, status=201)
@needs(Right.BELONG)
def create_account(said: dict[str, Any]) -> accounts.AccountView:
    """Make an account; its maker owns it."""
    return accounts.create_account(session(), services().rooms, member(), said["name"], now())


@routes.get("/api/accounts/<account_id>", gives=AccountAnswer)
@needs(Right.READ)
def view_account(account_id: str) -> accounts.AccountView:
    """Return one account with its plans."""
    return accounts.view_account(session(), services().rooms, account_id, role())


@routes.patch("/api/accounts/<account_id>", takes=AccountName, gives=AccountAnswer)
@needs(Right.ADMINISTER)
def change_account(said: dict[str, Any], account_id: str) -> accounts.AccountView:
    """Give an account another name."""
    return accounts.rename_account(session(), services().rooms, account_id, role(), said["name"])


@routes.delete("/api/accounts/<account_id>")
@needs(Right.REMOVE)
def delete_account(account_id: str) -> None:
    """Put an account and thereby its plans in the bin."""
    accounts.remove_account(session(), services().rooms, account_id, now())


@routes.post("/api/accounts/<account_id>/restore", gives=AccountAnswer)
@needs(Right.REMOVE, in_bin=True)
def restore_account(account_id: str) -> accounts.AccountView:
    """Take an account out of the bin."""
    return accounts.restore_account(session(), services().rooms, account_id, role())


@routes.get("/api/accounts/<account_id>/logo", media=PNG)
@needs(Right.READ)
def view_account_logo(account_id: str) -> Response:
    """Return the account's logo."""
    return answer_logo(accounts.account_logo(session(), account_id))


@routes.put("/api/accounts/<account_id>/logo", takes=Picture, status=204, most="logo_request_kilobytes")
@needs(Right.ADMINISTER)
def set_account_logo(said: dict[str, Any], account_id: str) -> None:
    """Give an account a logo."""
    most = services().settings.logo_kilobytes * 1024
    accounts.set_account_logo(session(), account_id, said["image"], most=most)


@routes.delete("/api/accounts/<account_id>/logo")
@needs(Right.ADMINISTER)
def delete_account_logo(account_id: str) -> None:
    """Take an account's logo away."""
    accounts.remove_account_logo(session(), account_id)
