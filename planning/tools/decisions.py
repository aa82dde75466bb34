"""What has been decided, why, and by whom."""

from planning.fields import CUSTOMER, TEAM, choice, day, long_text, refs, shared_flag, target, text
from planning.records import Record, Section, Tool

STATUSES = {"proposed": "Proposed", "decided": "Decided", "revised": "Revised", "revoked": "Revoked"}


class Decision(Record):
    title = text(audience=CUSTOMER, label="Decision", help="What was decided, in one sentence.")
    decided_on = day(audience=CUSTOMER, label="Date", help="When it was decided.")
    status = choice(STATUSES, audience=CUSTOMER, label="Status", help="Whether it still holds.")
    agreed_with = refs(
        "stakeholders", most=20, audience=CUSTOMER, label="Agreed with", help="Who of theirs agreed to it."
    )
    decided_by = refs(
        "team_members", most=20, audience=TEAM, label="Decided by", help="Who of ours was in the room."
    )
    reason = long_text(audience=TEAM, label="Reason", help="Why, so that nobody has to ask again.")
    alternatives = long_text(
        audience=TEAM, label="What else was considered", help="The choices that were not taken."
    )
    about = target(audience=TEAM, label="About", help="The part of the plan it speaks of.")
    review_on = day(audience=TEAM, label="Look again on", help="When to ask whether it still holds.")
    shared = shared_flag()


TOOL = Tool(
    key="decisions",
    part="actions",
    label="Decisions",
    help="What has been decided, and why.",
    sections=(
        Section(
            key="decisions",
            schema=Decision,
            label="Decisions",
            one="decision",
            help="One sentence each, with the reason.",
            empty="Write down what the team decided in its last meeting.",
            limit=1_000,
            title="title",
            columns=("title", "decided_on", "status", "decided_by", "agreed_with", "shared"),
            shared_by="shared",
        ),
    ),
)
