"""Findings that the team has looked at and does not want to see any more."""

from planning.fields import TEAM, stamp, target, text
from planning.records import Record, Section, Tool


class SetAside(Record):
    code = text(most=60, label="Finding", help="The rule that found it.")
    place = target(label="Where", help="The record or field that it speaks of.")
    reason = text(most=500, label="Reason", help="Why it may stay as it is.")
    by = stamp(label="Set aside by", help="Who decided it, and when.")


TOOL = Tool(
    key="findings",
    part="actions",
    label="Findings set aside",
    help="What the plan finds in itself and the team has decided to leave as it is.",
    sections=(
        Section(
            key="set_aside",
            schema=SetAside,
            label="Findings set aside",
            one="finding set aside",
            help="Each keeps its reason; taking it out brings the finding back.",
            empty="Set a finding aside where it is shown, with a reason that the others would accept.",
            audience=TEAM,
            limit=5_000,
            title="reason",
            columns=("place", "reason", "by"),
        ),
    ),
)
