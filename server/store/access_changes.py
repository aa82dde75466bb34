"""Counts the transactions that may have changed who sits where, so that nobody need look for it in vain.

A thousand sockets ask every second whether their people may stay (W7), and hardly ever has anything
changed; one number says so. It is counted in the transaction of the change itself: whoever reads a new
number reads what is new as well, in every process.
"""

from sqlalchemy import event, select, update
from sqlalchemy.orm import ORMExecuteState, Session

from server.store.models import Account, AccountMember, Guest, Installation, Member, Plan, SignIn

DECIDING = (SignIn, Guest, Member, AccountMember, Plan, Account)
"""Rows from which `server.store.seats` answers."""

FLAG = "changes_access"


def count_access_changes(session: type[Session]) -> None:
    """Count with each transaction that writes such rows, in every session of this class."""
    event.listen(session, "after_flush", _note_flush)
    event.listen(session, "do_orm_execute", _note_statement)
    event.listen(session, "before_commit", _count)
    event.listen(session, "after_rollback", _forget)


def access_changes(session: Session) -> int:
    """Return the number of such transactions so far."""
    return session.scalar(select(Installation.access_changes)) or 0


def _note_flush(session: Session, _context: object) -> None:
    written = (row for row in (*session.new, *session.dirty) if not _only_lives_on(row))
    if any(isinstance(row, DECIDING) for row in (*written, *session.deleted)):
        session.info[FLAG] = True


def _only_lives_on(row: object) -> bool:
    """Return whether this is a session that began or is in use, which is so all the time."""
    return isinstance(row, SignIn) and row.revoked_at is None


def _note_statement(state: ORMExecuteState) -> None:
    # Of a statement that names no class nobody knows what it writes.
    mapper = state.bind_mapper
    if not state.is_select and (mapper is None or issubclass(mapper.class_, DECIDING)):
        state.session.info[FLAG] = True


def _count(session: Session) -> None:
    session.flush()
    if session.info.pop(FLAG, False):
        # Last of all: whoever else counts waits for this row, and should not for long.
        more = update(Installation).values(access_changes=Installation.access_changes + 1)
        session.execute(more, execution_options={"synchronize_session": False})


def _forget(session: Session) -> None:
    session.info.pop(FLAG, None)
