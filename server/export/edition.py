"""What an edition of a plan says about itself: for whom, by whom, when, in which language."""

import base64
import datetime as dt
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

EN_DASH = "\N{EN DASH}"


class Audience(StrEnum):
    """Who reads the document."""

    CUSTOMER = "customer"
    TEAM = "team"


@dataclass(frozen=True)
class Edition:
    """Everything a document shows that is not in the plan itself.

    Logos are PNG, JPEG, GIF or WebP bytes; without one the name stands in its place.
    """

    audience: Audience
    account: str
    company: str
    title: str
    starts_on: dt.date
    ends_on: dt.date
    printed_on: dt.date
    language: str = "en"
    account_logo: bytes | None = None
    company_logo: bytes | None = None

    @property
    def years(self) -> str:
        """The years the plan covers: from first to last, or the one year."""
        first, last = self.starts_on.year, self.ends_on.year
        return f"{first}" if first == last else f"{first}{EN_DASH}{last}"

    def to_json(self) -> dict[str, Any]:
        """Return the edition as JSON has it."""
        said = asdict(self)
        for day in ("starts_on", "ends_on", "printed_on"):
            said[day] = said[day].isoformat()
        for logo in ("account_logo", "company_logo"):
            said[logo] = said[logo] and base64.b64encode(said[logo]).decode()
        return said

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> "Edition":
        """Return the edition that `to_json` described."""
        days = {k: dt.date.fromisoformat(said[k]) for k in ("starts_on", "ends_on", "printed_on")}
        logos = {k: said[k] and base64.b64decode(said[k]) for k in ("account_logo", "company_logo")}
        return cls(**(said | days | logos | {"audience": Audience(said["audience"])}))
