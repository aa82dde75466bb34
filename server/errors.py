"""What can go wrong, by a stable code: status for HTTP, title and remedy for people.

A use case raises `Refused(code)`; `server.api.problems` answers it as problem+json, a socket
sends its code and message, the command line prints its message.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from server.texts import gettext as _
from server.texts import marked as m


@dataclass(frozen=True)
class Kind:
    """One thing that can go wrong."""

    status: int
    title: str
    remedy: str


KINDS: Mapping[str, Kind] = {
    "sign_in_needed": Kind(
        401, m("You are not signed in"), m("Sign in, or join with a code, and try again.")
    ),
    "wrong_credentials": Kind(
        401, m("E-mail or password is wrong"), m("Check both; passwords tell capitals apart.")
    ),
    "wrong_token": Kind(
        401,
        m("The token is missing or wrong"),
        m("Send the value of TAVOLO_METRICS_TOKEN as *Authorization: Bearer TOKEN*."),
    ),
    "not_allowed": Kind(
        403,
        m("Your role does not allow this"),
        m("Ask the owner or a facilitator to do it, or to change your role."),
    ),
    "cross_site": Kind(
        403,
        m("The request did not come from this site"),
        m("Open Tavolo at its own address. An administrator sets it with TAVOLO_BASE_URL."),
    ),
    "metrics_off": Kind(
        404,
        m("Metrics are not served"),
        m("An administrator turns them on with TAVOLO_METRICS_TOKEN."),
    ),
    "unknown_page": Kind(404, m("There is nothing at this address"), m("Check the address.")),
    "unknown_plan": Kind(404, m("Unknown plan"), m("It may be in the bin, or you have no access to it.")),
    "unknown_account": Kind(
        404, m("Unknown account"), m("It may be in the bin, or you have no access to it.")
    ),
    "unknown_member": Kind(404, m("Unknown member"), m("Load the page again to see who is there now.")),
    "unknown_guest": Kind(404, m("Unknown guest"), m("Load the page again to see who is there now.")),
    "unknown_invitation": Kind(
        404, m("This invitation is not valid any more"), m("Ask whoever sent it for a new one.")
    ),
    "unknown_code": Kind(
        404, m("This code admits to no plan"), m("Compare it with the projector; codes change and expire.")
    ),
    "unknown_stakeholder": Kind(
        404, m("Unknown stakeholder"), m("They may be in the bin; look at the list of stakeholders.")
    ),
    "unknown_version": Kind(
        404, m("Unknown version"), m("Somebody may have removed it; look at the history again.")
    ),
    "unknown_record": Kind(
        404, m("There is no such record"), m("The plan, or this version of it, does not have it.")
    ),
    "unknown_export": Kind(404, m("Unknown export"), m("Start the export again.")),
    "no_logo": Kind(404, m("There is no logo"), m("Add one in the settings.")),
    "method_not_allowed": Kind(405, m("This cannot be done here"), m("See /api/openapi.json for what can.")),
    "already_set_up": Kind(409, m("Tavolo is already set up"), m("Sign in instead.")),
    "already_member": Kind(
        409, m("This address belongs to a member"), m("Give them access to the account instead.")
    ),
    "last_owner": Kind(409, m("Somebody must own the installation"), m("Make another member owner first.")),
    "name_taken": Kind(409, m("There is an account of this name"), m("Choose another name.")),
    "too_many_versions": Kind(
        409, m("There are too many versions with a name"), m("Remove some that nobody needs any more.")
    ),
    "restore_refused": Kind(
        409,
        m("This version cannot be restored as it is"),
        m("Restore a part of it. What was there before is kept as a version."),
    ),
    "not_ready": Kind(409, m("The export is not ready yet"), m("Wait until its state is ready.")),
    "too_large": Kind(413, m("This is too large"), m("Send less at once.")),
    "json_needed": Kind(415, m("Only JSON is accepted"), m("Send it as application/json.")),
    "malformed": Kind(400, m("The request cannot be read"), m("Send valid JSON in UTF-8.")),
    "invalid": Kind(422, m("Some of this cannot be accepted"), m("Mend what is named and send it again.")),
    "invalid_plan": Kind(
        422, m("This document cannot become a plan"), m("Mend the places that are named and import it again.")
    ),
    "wrong_password": Kind(
        422, m("The present password is wrong"), m("Type the password you signed in with.")
    ),
    "weak_password": Kind(422, m("This password is too short"), m("Use at least 10 characters.")),
    "wrong_dates": Kind(
        422, m("These dates do not make a plan"), m("End after the start, within three years.")
    ),
    "broken_image": Kind(
        422,
        m("This is no picture that can be read"),
        m("Use a PNG, JPEG, WebP or GIF file that opens elsewhere."),
    ),
    "unknown_setup_token": Kind(
        403, m("This set-up link is not valid any more"), m("Make a new one with: tavolo set-up-link")
    ),
    "too_many_attempts": Kind(429, m("Too many wrong attempts"), m("Wait a minute, then try again.")),
    "internal": Kind(
        500,
        m("Something went wrong here"),
        m("Try again. If it stays, tell the administrator when it happened."),
    ),
    "analysis_late": Kind(
        503,
        m("This could not be worked out in time"),
        m("Try again in a moment. If it stays, tell the administrator when it happened."),
    ),
    "storage_full": Kind(
        507, m("The disk is full"), m("Free some space on the server's disk, then try again.")
    ),
    "storage_denied": Kind(
        503,
        m("The data folder cannot be written"),
        m("Choose another place, or give the user that runs Tavolo the right to write there."),
    ),
    "storage_busy": Kind(
        503, m("The database is busy"), m("Try again. If it stays, end other programs that have it open.")
    ),
    "storage_away": Kind(
        503,
        m("The database does not answer"),
        m("Try again. If it stays, see that the database server runs and that TAVOLO_DATABASE_URL names it."),
    ),
    "storage_damaged": Kind(
        503, m("The database cannot be read"), m("Restore the data folder from a backup.")
    ),
    "newer_data": Kind(
        503,
        m("The data was written by a newer Tavolo"),
        m("Install that version or a later one, then start again."),
    ),
    "no_data": Kind(
        503,
        m("There is no Tavolo in this data folder"),
        m("Start one with tavolo serve, or say where with --data."),
    ),
    "several_plans": Kind(
        409, m("Several plans are called so"), m("Name the one you mean by its identifier.")
    ),
    "file_exists": Kind(409, m("The file is there already"), m("Choose another name, or move it away.")),
    "unreadable_file": Kind(
        422, m("This file cannot be read"), m("Choose a JSON file that Tavolo exported.")
    ),
    "unreadable_backup": Kind(
        422, m("This backup cannot be restored"), m("Choose another file that tavolo backup wrote.")
    ),
    "data_there": Kind(
        409,
        m("There is a Tavolo with data already"),
        m("Restore into an empty folder, or replace what is there with --replace."),
    ),
    "elsewhere": Kind(
        503,
        m("Another server holds this plan"),
        m("Try again in a moment. If it stays, all requests about one plan must reach the same server."),
    ),
    "folder_in_use": Kind(
        503,
        m("Another Tavolo already runs on this data folder"),
        m("Stop it, or choose another folder with --data."),
    ),
    "port_in_use": Kind(503, m("The port is in use"), m("Stop what uses it, or choose another with --port.")),
}
"""Every code there is; clients may rely on them."""


@dataclass(frozen=True)
class Fault:
    """One place that is wrong, and why."""

    where: str
    message: str


class Refused(Exception):
    """Something that was asked for is not done, for a reason people can act on.

    Parameters
    ----------
    code
        One of `KINDS`.
    detail
        What exactly, in the reader's language; the title alone when empty.
    faults
        The places that are wrong, when there are several.
    retry_after
        Seconds after which trying again makes sense.
    """

    def __init__(
        self, code: str, detail: str = "", *, faults: Sequence[Fault] = (), retry_after: int | None = None
    ) -> None:
        super().__init__(code)
        self.code, self.detail, self.faults, self.retry_after = code, detail, tuple(faults), retry_after
        self.kind = KINDS[code]

    @property
    def title(self) -> str:
        """Return what went wrong, in the reader's language."""
        return _(self.kind.title)

    @property
    def remedy(self) -> str:
        """Return what to do about it, in the reader's language."""
        return _(self.kind.remedy)

    @property
    def message(self) -> str:
        """Return everything in one line: what went wrong and what to do.

        >>> Refused("unknown_plan").message
        'Unknown plan. It may be in the bin, or you have no access to it.'
        """
        return f"{(self.detail or self.title).rstrip('.')}. {self.remedy}"
