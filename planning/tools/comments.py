"""What people say about a record or a field."""

from planning.fields import TEAM, flag, long_text, people, ref, stamp, target
from planning.records import Record, Section, Tool


class Comment(Record):
    about = target(label="About", help="The record or field that it speaks of.")
    text = long_text(label="Comment", help="What you want to say to the others.")
    written = stamp(label="Written by", help="Who wrote it, and when.")
    thread = ref(
        "comments", label="Answer to", help="The first comment of the thread; empty when this is the first."
    )
    settled = flag(label="Settled", help="A thread is settled as soon as one of its comments says so.")
    mentions = people(most=30, label="Mentions", help="Who should read it.")


TOOL = Tool(
    key="comments",
    part="actions",
    label="Comments",
    help="What people say about the plan, beside what it says.",
    sections=(
        Section(
            key="comments",
            schema=Comment,
            label="Comments",
            one="comment",
            help="Threads on a record or a field; only who wrote a comment can change it.",
            empty="Open a record and say what you think of it.",
            audience=TEAM,
            limit=20_000,
            title="text",
            columns=("about", "text", "written", "settled"),
            owned_by="written",
        ),
    ),
)
