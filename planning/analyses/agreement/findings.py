"""What to say of the agreement about a thing."""

from planning.analyses.agreement.departments import Department, DepartmentGap
from planning.analyses.agreement.rankings import Concordance
from planning.analyses.agreement.ratings import Agreement
from planning.findings import Finding, Value, declare_words

WORDS = declare_words(
    {
        "ratings_in_camps": (
            'The {count:plural:rating|ratings} of "{title}" stand in separate camps.',
            "Let one of each camp say what they see, then rate again.",
        ),
        "ratings_by_chance": (
            'The {count:plural:rating|ratings} of "{title}" agree by {consensus:percent}; '
            "chance alone reaches {level:percent}.",
            "Ask what each had in mind, agree on what the question means, then rate again.",
        ),
        "rankings_by_chance": (
            'The {count:plural:ranking|rankings} of "{title}" agree no more than chance would.',
            "Talk about what puts an item first before you use the joint order.",
        ),
        "ratings_split_by_department": (
            'On "{title}" departments agree within and differ between: '
            "{highest} rates it {top:number}, {lowest} {bottom:number}.",
            "Let each department say what it knows that the others do not.",
        ),
        "rankings_split_by_department": (
            'On "{title}" people rank as their department does: {departments:list} differ.',
            "Let each department say what it puts first, and why.",
        ),
    }
)


def check_agreement(agreed: Agreement, *, where: str, title: str) -> list[Finding]:
    """Return what the ratings of a thing should make people talk about.

    Parameters
    ----------
    where
        The target that was rated.
    title
        What it is called.
    """
    said: dict[str, Value] = {"title": title, "count": agreed.raters}
    found = []
    if agreed.verdict == "camps":
        found.append(Finding("ratings_in_camps", where, said, "must"))
    elif agreed.verdict == "chance":
        said |= {"consensus": agreed.consensus or 0.0, "level": agreed.chance or 0.0}
        found.append(Finding("ratings_by_chance", where, said, "should"))
    if _is_found(agreed.gap):
        found.append(_rating_gap(agreed.departments, where, title))
    return found


def check_concordance(agreed: Concordance, *, where: str, title: str) -> list[Finding]:
    """Return what the rankings of a list should make people talk about."""
    found = []
    if agreed.verdict == "chance":
        values: dict[str, Value] = {"title": title, "count": agreed.people}
        found.append(Finding("rankings_by_chance", where, values, "should"))
    if _is_found(agreed.gap):
        names = [department.name for department in agreed.departments if department.people > 1]
        said = {"title": title, "departments": names}
        found.append(Finding("rankings_split_by_department", where, said, "must"))
    return found


def _is_found(gap: DepartmentGap | None) -> bool:
    return gap is not None and gap.found


def _rating_gap(departments: tuple[Department, ...], where: str, title: str) -> Finding:
    apart = sorted((d.mean or 0.0, d.name) for d in departments if d.people > 1)
    (bottom, lowest), (top, highest) = apart[0], apart[-1]
    values: dict[str, Value] = {
        "title": title,
        "highest": highest,
        "top": top,
        "lowest": lowest,
        "bottom": bottom,
    }
    return Finding("ratings_split_by_department", where, values, "must")
