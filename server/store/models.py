"""Every table, typed. Times are UTC without zone; identifiers are 21 URL-safe characters."""

import datetime as dt

from sqlalchemy import BigInteger, Double, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Id = String(21)
Moment = dt.datetime


class Base(DeclarativeBase):
    """What `alembic` migrates."""


class Installation(Base):
    """The one company this installation serves; one row."""

    __tablename__ = "installation"
    id: Mapped[int] = mapped_column(primary_key=True)
    company: Mapped[str] = mapped_column(String(200), default="")
    logo: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    setup_token_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    access_changes: Mapped[int] = mapped_column(BigInteger, default=0)
    created_at: Mapped[Moment]


class Member(Base):
    """Somebody of the company with a password; sees the accounts given to them, the owner all."""

    __tablename__ = "member"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    department: Mapped[str] = mapped_column(String(120), default="")
    password_hash: Mapped[str] = mapped_column(String(255))
    is_owner: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[Moment]
    deactivated_at: Mapped[Moment | None]


class Invitation(Base):
    """A link with which one person becomes a member."""

    __tablename__ = "invitation"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    email: Mapped[str] = mapped_column(String(254))
    name: Mapped[str] = mapped_column(String(120), default="")
    department: Mapped[str] = mapped_column(String(120), default="")
    account_id: Mapped[str | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(20))
    invited_by: Mapped[str] = mapped_column(ForeignKey("member.id"))
    created_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    used_at: Mapped[Moment | None]


class Account(Base):
    """A key account: a customer that plans are made for."""

    __tablename__ = "account"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    logo: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    created_at: Mapped[Moment]
    removed_at: Mapped[Moment | None]


class AccountMember(Base):
    """What a member may do with an account and its plans."""

    __tablename__ = "account_member"
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20))


class Plan(Base):
    """A plan of an account; its content is the journal's (D1), its lineage permanent (D2)."""

    __tablename__ = "plan"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    starts_on: Mapped[dt.date]
    ends_on: Mapped[dt.date]
    lineage: Mapped[str] = mapped_column(Id, unique=True)
    created_at: Mapped[Moment]
    created_by: Mapped[str | None] = mapped_column(ForeignKey("member.id"))
    changed_at: Mapped[Moment]
    removed_at: Mapped[Moment | None]
    join_code: Mapped[str | None] = mapped_column(String(8), unique=True)
    join_code_expires_at: Mapped[Moment | None]


class Guest(Base):
    """Somebody who joined one plan by its code: without an account, or a member without access.

    A member keeps their own identifier as a participant; `member_id` says whose seat it is.
    """

    __tablename__ = "guest"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    member_id: Mapped[str | None] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(120))
    department: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(String(20), default="participant")
    joined_at: Mapped[Moment]
    removed_at: Mapped[Moment | None]


class SignIn(Base):
    """A session: the hash of a token, and whose it is."""

    __tablename__ = "sign_in"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    member_id: Mapped[str | None] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"))
    guest_id: Mapped[str | None] = mapped_column(ForeignKey("guest.id", ondelete="CASCADE"))
    created_at: Mapped[Moment]
    seen_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    revoked_at: Mapped[Moment | None]


class PlanUpdate(Base):
    """One accepted edit: the bytes its author sent, in the order the plan took them."""

    __tablename__ = "plan_update"
    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    author: Mapped[str] = mapped_column(Id)
    client: Mapped[str] = mapped_column(String(40))
    n: Mapped[int] = mapped_column(BigInteger)
    update: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[Moment]


class PlanLease(Base):
    """Which process may write to a plan, until when by the database's clock; see `server.store.leases`."""

    __tablename__ = "plan_lease"
    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True)
    holder: Mapped[str] = mapped_column(Id)
    epoch: Mapped[int] = mapped_column(BigInteger)
    expires_at: Mapped[float] = mapped_column(Double)
    wanted_by: Mapped[str | None] = mapped_column(Id)
    people: Mapped[int] = mapped_column(default=0)


class PlanSnapshot(Base):
    """The whole document up to `seq`; one row a plan."""

    __tablename__ = "plan_snapshot"
    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[Moment]


class PlanClient(Base):
    """Whose a Yjs client id is (W10)."""

    __tablename__ = "plan_client"
    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True)
    client_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    participant: Mapped[str] = mapped_column(Id)


class PlanAuthorship(Base):
    """Who wrote what of a plan up to `seq`, which a snapshot no longer says; one row a plan."""

    __tablename__ = "plan_authorship"
    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class PlanVersion(Base):
    """A plan as it was after its edit `seq`, kept by somebody or by itself."""

    __tablename__ = "plan_version"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    plan_id: Mapped[str] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    seq: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200), default="")
    made_by: Mapped[str | None] = mapped_column(Id)
    made_at: Mapped[Moment]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    authorship: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class AuditEntry(Base):
    """What somebody did; the database refuses to change it. Identifiers may outlive what they name."""

    __tablename__ = "audit_entry"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[Moment]
    deed: Mapped[str] = mapped_column(String(40))
    by: Mapped[str | None] = mapped_column(Id)
    about: Mapped[str | None] = mapped_column(Id)
    account_id: Mapped[str | None] = mapped_column(Id)
    plan_id: Mapped[str | None] = mapped_column(Id)
    detail: Mapped[str] = mapped_column(String(40), default="")


_FAILED = AuditEntry.deed == "sign_in_failed"
Index("failed_sign_in", AuditEntry.at, sqlite_where=_FAILED, postgresql_where=_FAILED)
Index("guest_of_member", Guest.member_id)
Index("sign_in_of_member", SignIn.member_id)
Index("sign_in_of_guest", SignIn.guest_id)
