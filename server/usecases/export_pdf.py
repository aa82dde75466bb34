"""Plans as PDF files: made once of what stands in the plan, however often they are asked for."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from server.errors import Refused
from server.export.edition import Audience, Edition
from server.export.exports import Exports, Job
from server.store.installations import the_installation
from server.store.models import Account, Plan
from server.texts import best_language, present_language
from server.usecases.audit import Deed, record_deed
from server.usecases.documents import file_name
from server.usecases.live import LivePlans


@dataclass(frozen=True)
class ExportView:
    """How far an export is: `waiting`, `rendering`, `ready` or `failed` (then `message` says why)."""

    id: str
    state: str
    progress: float
    message: str | None = None


@dataclass(frozen=True)
class Pdf:
    """A PDF and the name it is saved under."""

    name: str
    content: bytes


def edition_of(session: Session, plan_id: str, audience: Audience, language: str, day: dt.date) -> Edition:
    """Return what an export of a plan says about itself."""
    plan = session.get_one(Plan, plan_id)
    account = session.get_one(Account, plan.account_id)
    installation = the_installation(session)
    return Edition(
        audience=audience,
        account=account.name,
        company=installation.company,
        title=plan.title,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        printed_on=day,
        language=language,
        account_logo=account.logo,
        company_logo=installation.logo,
    )


def start_export(
    session: Session,
    live: LivePlans,
    exports: Exports,
    plan_id: str,
    audience: Audience,
    language: str | None,
    now: dt.datetime,
) -> ExportView:
    """Start a PDF of a plan as it stands now, or find the one that was made of it before."""
    content, seq = live.read(plan_id)
    spoken = best_language([language]) if language else present_language()
    about = edition_of(session, plan_id, audience, spoken, now.date())
    job = exports.start(plan_id, seq, content, about)
    record_deed(session, Deed.EXPORTED, plan=plan_id, detail=f"pdf {audience.value}")
    session.commit()
    return _view(job)


def view_export(exports: Exports, plan_id: str, export_id: str) -> ExportView:
    """Return how far an export of a plan is; raise `unknown_export` when there is none."""
    return _view(_require_job(exports, plan_id, export_id))


def export_file(exports: Exports, plan_id: str, export_id: str) -> Pdf:
    """Return the finished PDF; raise `unknown_export` or `not_ready`."""
    job = _require_job(exports, plan_id, export_id)
    name = file_name(job.about.account, job.about.title, "pdf")
    return Pdf(name, exports.file(export_id).read_bytes())


def _require_job(exports: Exports, plan_id: str, export_id: str) -> Job:
    job = exports.status(export_id)
    if job.plan != plan_id:
        raise Refused("unknown_export")
    return job


def _view(job: Job) -> ExportView:
    return ExportView(job.id, job.state.value, job.progress, job.message)
