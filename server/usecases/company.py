"""The company that this installation serves."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from server.store.installations import has_logo, the_installation
from server.usecases.logos import tidy_logo


@dataclass(frozen=True)
class CompanyView:
    """The company, as every page shows it."""

    company: str
    has_logo: bool


def view_company(session: Session) -> CompanyView:
    """Return the company's name and whether it has a logo."""
    return CompanyView(the_installation(session).company, has_logo(session))


def rename_company(session: Session, company: str) -> CompanyView:
    """Give the company another name."""
    the_installation(session).company = company
    session.commit()
    return view_company(session)


def company_logo(session: Session) -> bytes | None:
    """Return the company's logo as PNG."""
    return the_installation(session).logo


def set_company_logo(session: Session, image: str, *, most: int) -> CompanyView:
    """Give the company a logo: `image` is base64, of at most `most` bytes."""
    logo = tidy_logo(image, most=most)
    the_installation(session).logo = logo
    session.commit()
    return view_company(session)


def remove_company_logo(session: Session) -> None:
    """Take the company's logo away."""
    the_installation(session).logo = None
    session.commit()
