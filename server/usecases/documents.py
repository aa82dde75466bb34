"""Plans as JSON documents: out of an installation, and into one."""

import datetime as dt
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from planning.interchange import ImportedPlan, Unacceptable, read_document, to_document
from planning.redaction import customer_view
from planning.tools import SCHEMA
from server.errors import Fault, Refused
from server.export.edition import Audience
from server.store.accounts import account_by_name
from server.store.models import Account, Plan
from server.usecases.audit import Deed, record_deed
from server.usecases.live import LivePlans
from server.usecases.plans import create_plan
from server.usecases.secrets import new_id

DEMO = Path(__file__).parents[1] / "demo"


@dataclass(frozen=True)
class Document:
    """A plan ready to be written to a file."""

    name: str
    content: dict[str, Any]

    @property
    def text(self) -> str:
        """Return the document as people and programs read it."""
        return json.dumps(self.content, ensure_ascii=False, indent=1) + "\n"


def export_document(session: Session, live: LivePlans, plan_id: str, audience: Audience) -> Document:
    """Return a plan as it stands now; for the customer, only what is meant for them."""
    content, _seq = live.read(plan_id)
    plan = session.get_one(Plan, plan_id)
    account = session.get_one(Account, plan.account_id)
    document = to_document(
        customer_view(content) if audience is Audience.CUSTOMER else content,
        title=plan.title,
        starts_on=plan.starts_on.isoformat(),
        ends_on=plan.ends_on.isoformat(),
        account=account.name,
    )
    detail = f"json {audience.value}"
    record_deed(session, Deed.EXPORTED, account=plan.account_id, plan=plan_id, detail=detail)
    session.commit()
    return Document(file_name(account.name, plan.title, "json"), document)


def file_name(account: str, title: str, ending: str) -> str:
    r"""Return a name every file system takes.

    >>> file_name("Ärzte/Bund", "Plan 2027: grow", "pdf")
    'Ärzte Bund - Plan 2027 grow.pdf'
    """
    tidy = [" ".join(re.sub(r"[^\w\s.,&+()-]", " ", part).split())[:80] for part in (account, title)]
    return f"{' - '.join(filter(None, tidy)) or 'plan'}.{ending}"


def import_document(
    session: Session, account_id: str, author: str | None, document: Any, now: dt.datetime
) -> str:
    """Make a plan of a document and return its identifier.

    Raises
    ------
    Refused
        `invalid_plan` with every place that is wrong, or `wrong_dates`.
    """
    return _create(session, account_id, author, _read(document), now)


def import_into(session: Session, account: str | None, document: Any, now: dt.datetime) -> str:
    """Make a plan of a document in the account of this name, or of the one it names itself."""
    imported = _read(document)
    account_id = _account_called(session, account or imported.account, now)
    return _create(session, account_id, None, imported, now)


def add_demo(session: Session, now: dt.datetime, folder: Path = DEMO) -> list[str]:
    """Make the demo account and its plans, and return their titles; none when it is there already."""
    plans = [_read(json.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.json"))]
    missing = [plan for plan in plans if account_by_name(session, plan.account) is None]
    for plan in missing:
        _create(session, _account_called(session, plan.account, now), None, plan, now)
    return [plan.title for plan in missing]


def _read(document: Any) -> ImportedPlan:
    try:
        return read_document(document, SCHEMA)
    except Unacceptable as refusal:
        faults = [Fault(p.where, p.message) for p in refusal.problems]
        raise Refused("invalid_plan", faults=faults) from None


def _account_called(session: Session, name: str, now: dt.datetime) -> str:
    found = account_by_name(session, name)
    if found is None:
        found = Account(id=new_id(), name=name, created_at=now)
        session.add(found)
        session.flush()
    return found.id


def _create(
    session: Session, account_id: str, author: str | None, read: ImportedPlan, now: dt.datetime
) -> str:
    return create_plan(
        session,
        account_id,
        author,
        now,
        title=read.title,
        starts_on=dt.date.fromisoformat(read.starts_on),
        ends_on=dt.date.fromisoformat(read.ends_on),
        content=read.plan,
        deed=Deed.PLAN_IMPORTED,
    )
