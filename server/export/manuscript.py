"""What goes to the printer: a plan redacted for its reader, and the edition it is printed in."""

import json
from dataclasses import dataclass

from planning.plan import Plan, Schema
from planning.redaction import customer_view
from server.export.edition import Audience, Edition


@dataclass(frozen=True)
class Manuscript:
    """What may be printed. Made by `prepare_manuscript`, which is the only way from a full plan."""

    plan: Plan
    about: Edition

    def to_bytes(self) -> bytes:
        """Return the manuscript as JSON, for the pipe to the process that sets it."""
        return json.dumps(
            {
                "facts": dict(self.plan.facts),
                "collections": {key: dict(records) for key, records in self.plan.collections.items()},
                "about": self.about.to_json(),
            },
            ensure_ascii=False,
        ).encode()

    @classmethod
    def from_bytes(cls, payload: bytes, schema: Schema) -> "Manuscript":
        """Return the manuscript that `to_bytes` wrote."""
        said = json.loads(payload)
        plan = Plan(schema, facts=said["facts"], collections=said["collections"])
        return cls(plan, Edition.from_json(said["about"]))


def prepare_manuscript(plan: Plan, about: Edition) -> Manuscript:
    """Return what the reader of this edition may see of a plan.

    Redaction happens here, before anything is formatted and before anything leaves this
    process: what the customer may not see never reaches a template.
    """
    return Manuscript(customer_view(plan) if about.audience is Audience.CUSTOMER else plan, about)
