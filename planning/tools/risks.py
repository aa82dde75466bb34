"""What could go wrong, how bad it would be, and what we do about it."""

from planning.fields import TEAM, choice, day, long_text, ref, scale, text
from planning.records import Record, Section, Tool
from planning.vocabulary import DEGREES

STATUSES = {"open": "Open", "watched": "Watched", "happened": "Happened", "closed": "Closed"}
KINDS = {"obstacle": "Obstacle, it is there", "risk": "Risk, it may come"}


class Risk(Record):
    title = text(label="Title", help="What could happen, or what stands in the way.")
    kind = choice(KINDS, label="Kind", help="An obstacle is there already; a risk may come.")
    likelihood = scale(
        1, 5, labels=DEGREES, label="Likelihood", help="How likely it is; very high for an obstacle."
    )
    impact = scale(1, 5, labels=DEGREES, label="Impact", help="How much harm it would do.")
    owner = ref("team_members", label="Owner", help="Who keeps an eye on it.")
    objective = ref("objectives", label="Endangers", help="The objective that it endangers most.")
    answer = ref("actions", label="Answer", help="The action that deals with it.")
    sign = text(most=500, label="Early sign", help="How we would notice that it is coming.")
    status = choice(STATUSES, label="Status", help="Where it stands today.")
    review_on = day(label="Look again on", help="When we look at it again.")
    description = long_text(label="Description", help="What would lead to it and what would follow.")


TOOL = Tool(
    key="risks",
    part="actions",
    label="Risks",
    help="What stands in the way or could go wrong, and what we do about it.",
    sections=(
        Section(
            key="risks",
            schema=Risk,
            label="Obstacles and risks",
            one="risk",
            help="The few that could stop an objective, each with an answer.",
            empty="Ask what would make us fail; write down the first three answers.",
            audience=TEAM,
            limit=300,
            title="title",
            columns=("title", "likelihood", "impact", "owner", "answer", "status"),
        ),
    ),
)
