"""What is wrong with our ways to the people who decide, and what would mend it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from planning.analyses.influence.lines import CARRIES
from planning.analyses.influence.reach import GREAT_POWER, Influence, influence, is_to_be_won
from planning.analyses.once import read_once
from planning.findings import Change, Finding, Value, declare_words, target_of
from planning.plan import PlainRecord, Plan

ENOUGH_CONTACTS = 4
"""Fewer contacts in one hand are a beginning, not a danger."""

LONGEST_SILENCE = {"weekly": 21, "monthly": 45, "quarterly": 120, "half_yearly": 240, "yearly": 450}
"""Rhythm of a contact to the days after which it has plainly been missed: a period and about a third."""
USUAL_SILENCE = 120
"""Days that go by without a contact when nobody has said how often there should be one."""

WORDS = declare_words(
    {
        "decider_unreached": (
            "Nobody of ours reaches {name} (power {power:number}), who is not on our side: no line "
            "leads there from anybody we know.",
            "Find out whom they listen to and draw the line, or give them an executive of ours as a pair.",
        ),
        "decider_unreached_but_near": (
            "Nobody of ours reaches {name} (power {power:number}), who is not on our side. Those who "
            "have their ear, {near:list}, do not know us.",
            "Get in touch with one of them, or give {name} an executive of ours as a pair.",
        ),
        "decider_uncovered": (
            "Nobody of ours is in touch with {name} (power {power:number}), who is not on our side. "
            "The surest way is {way}.",
            "Ask {through} for an introduction, then say who of ours keeps up the contact.",
        ),
        "single_thread": (
            "Every way of ours to {name} passes by {people:list}.",
            "Find a second way before you need it: another contact of ours, or another who has their ear.",
        ),
        "coverage_in_one_hand": (
            "{name} holds {share:percent} of all our contacts ({count:plural:contact|contacts}).",
            "Introduce a second person of ours to the most important ones.",
        ),
        "contact_stale": (
            "Nobody of ours has spoken with {name} since {last:day}, {count:plural:day|days} ago; "
            "{limit:number} are the most they should wait.",
            "Call them, or plan the next contact.",
        ),
        "executive_pair_missing": (
            "{name} (power {power:number}) has no executive of ours as a pair.",
            "Name somebody of the same rank who meets them twice a year.",
        ),
        "executive_pair_idle": (
            "{ours} and {theirs} are a pair but have never met, and no meeting is planned.",
            "Plan the first meeting, or choose another pair.",
        ),
        "boss_unknown": (
            "We do not know to whom {name} reports.",
            "Ask them; a boss we do not know can stop what they agreed to.",
        ),
        "boss_gone": (
            "{name} reports to {boss}, who is in the bin.",
            "Choose their present boss, or restore {boss}.",
        ),
        "reporting_circle": (
            "{names:list} report to each other in a circle.",
            "Correct one of them: somebody among them has another boss.",
        ),
        "own_boss": (
            "{name} is said to report to themselves.",
            "Choose their boss, or leave it empty.",
        ),
    }
)


def check_influence(plan: Plan, today: dt.date, found: Influence | None = None) -> list[Finding]:
    """Return what is wrong with our ways to people.

    Parameters
    ----------
    found
        The figures of this plan when they are known already.
    """
    plan = read_once(plan)
    figures = found or influence(plan)
    people = {s["id"]: s for s in plan.records("stakeholders")}
    return [
        *_check_deciders(plan, people, figures),
        *_check_threads(plan, people, figures),
        *_check_hands(plan, figures),
        *_check_silence(plan, people, today),
        *_check_pairs(plan, people, today.isoformat()),
        *_check_bosses(plan, people),
    ]


def _name(record: PlainRecord | None) -> str:
    return (record or {}).get("name") or ""


def _check_deciders(plan: Plan, people: dict[str, PlainRecord], figures: Influence) -> Iterator[Finding]:
    ways, covered = {way.to: way for way in figures.ways}, _covered(plan, people)
    near_to = _who_has_the_ear(plan, people)
    for id, person in people.items():
        if not is_to_be_won(person):
            continue
        where, values = target_of("stakeholders", id), {"name": _name(person), "power": person["power"]}
        way = ways.get(id)
        if way is None:
            near = near_to[id]
            code = "decider_unreached_but_near" if near else "decider_unreached"
            yield Finding(code, where, {**values, "near": near}, "must")
        elif id not in covered:
            said = {"way": way.words, "through": way.steps[-2].name}
            yield Finding("decider_uncovered", where, values | said, "must")


def _covered(plan: Plan, people: dict[str, PlainRecord]) -> set[str]:
    """Return the stakeholders with whom somebody of ours keeps up a contact, however weak."""
    members = {member["id"] for member in plan.records("team_members")}
    contacts = [c for c in plan.records("coverage") if c.get("quality") != 0 and c.get("member") in members]
    return {c.get("stakeholder") or "" for c in contacts} | {
        id for id, person in people.items() if person.get("key_contact") in members
    }


def _who_has_the_ear(plan: Plan, people: dict[str, PlainRecord]) -> Mapping[str, list[str]]:
    """Return, for everybody, the names of those who could carry our case to them, if they only knew us."""
    near: dict[str, list[str | None]] = defaultdict(list)
    for line in plan.records("influence_lines"):
        if line.get("kind") != "conflicts":
            near[line.get("to_whom") or ""].append(line.get("from_whom"))
    for id, person in people.items():
        near[person.get("reports_to") or ""].append(id)
    for id, person in people.items():
        near[id].append(person.get("reports_to"))
    return {id: _carriers(people, [one for one in dict.fromkeys(near[id]) if one != id]) for id in people}


def _carriers(people: dict[str, PlainRecord], ids: Sequence[str | None]) -> list[str]:
    known = [people[id] for id in ids if id in people]
    return [_name(one) for one in known if CARRIES.get(one.get("stance") or 0, 1.0)]


def _check_threads(plan: Plan, people: dict[str, PlainRecord], figures: Influence) -> Iterator[Finding]:
    for thread in figures.threads:
        members = [_name(plan.record("team_members", id)) for id in thread.members]
        names = members + [_name(people[id]) for id in thread.others]
        values: dict[str, Value] = {"name": _name(people[thread.stakeholder]), "people": names}
        yield Finding("single_thread", target_of("stakeholders", thread.stakeholder), values, "could")


def _check_hands(plan: Plan, figures: Influence) -> Iterator[Finding]:
    total = sum(figures.contacts.values())
    for id, count in figures.contacts.items():
        if count >= ENOUGH_CONTACTS and count * 2 > total and len(plan.records("team_members")) > 1:
            name = _name(plan.record("team_members", id))
            said: dict[str, Value] = {"name": name, "share": count / total, "count": count}
            yield Finding("coverage_in_one_hand", target_of("team_members", id), said, "should")


def _check_silence(plan: Plan, people: dict[str, PlainRecord], today: dt.date) -> Iterator[Finding]:
    limits: dict[str, int] = {}
    for contact in plan.records("coverage"):
        id, limit = contact.get("stakeholder") or "", LONGEST_SILENCE.get(contact.get("rhythm") or "")
        if limit:
            limits[id] = min(limit, limits.get(id, limit))
    for id, person in people.items():
        last, limit = person.get("last_contact_on"), limits.get(id, USUAL_SILENCE)
        if not last or (person.get("next_contact_on") or "") >= today.isoformat():
            continue
        days = (today - dt.date.fromisoformat(last)).days
        if days > limit:
            values = {"name": _name(person), "last": last, "count": days, "limit": limit}
            yield Finding("contact_stale", target_of("stakeholders", id, "last_contact_on"), values, "should")


def _check_pairs(plan: Plan, people: dict[str, PlainRecord], today: str) -> Iterator[Finding]:
    pairs = plan.records("executive_pairs")
    paired = {pair.get("theirs") for pair in pairs if plan.record("team_members", pair.get("ours"))}
    for id, person in people.items():
        is_executive = (person.get("power") or 0) >= GREAT_POWER
        if is_executive and id not in paired and person.get("side") in (None, "customer"):
            values = {"name": _name(person), "power": person["power"]}
            yield Finding("executive_pair_missing", target_of("stakeholders", id), values, "could")
    for pair in pairs:
        ours, theirs = plan.record("team_members", pair.get("ours")), people.get(pair.get("theirs") or "")
        has_met = pair.get("last_met_on") or (pair.get("next_on") or "") >= today
        if ours and theirs and not has_met:
            values = {"ours": _name(ours), "theirs": _name(theirs)}
            where = target_of("executive_pairs", pair["id"], "next_on")
            yield Finding("executive_pair_idle", where, values, "should")


def _check_bosses(plan: Plan, people: dict[str, PlainRecord]) -> Iterator[Finding]:
    boss_of = {id: person["reports_to"] for id, person in people.items() if person.get("reports_to")}
    gone = {boss["id"]: boss for boss in plan.removed("stakeholders")}
    is_chart = len(boss_of) * 2 >= len(people)
    bosses = set(boss_of.values())
    for id, person in people.items():
        where, values = target_of("stakeholders", id, "reports_to"), {"name": _name(person)}
        if boss_of.get(id) in gone:
            yield Finding("boss_gone", where, values | {"boss": _name(gone[boss_of[id]])}, "should")
        elif is_chart and id not in boss_of and _must_have_a_boss(person) and id not in bosses:
            yield Finding("boss_unknown", where, values, "could")
    for circle in _circles({id: boss for id, boss in boss_of.items() if boss in people}):
        names = [_name(people[id]) for id in circle]
        where = target_of("stakeholders", circle[0], "reports_to")
        if len(circle) > 1:
            yield Finding("reporting_circle", where, {"names": names}, "must")
        else:
            mend = (Change("stakeholders", circle[0], "reports_to", None),)
            yield Finding("own_boss", where, {"name": names[0]}, "must", mend)


def _must_have_a_boss(person: PlainRecord) -> bool:
    """Return whether somebody works for the customer without being at its top."""
    return person.get("side") in (None, "customer") and (person.get("power") or 1) < GREAT_POWER


def _circles(boss_of: dict[str, str]) -> list[list[str]]:
    """Return those who report to each other, in the order of the plan."""
    order = {id: n for n, id in enumerate(boss_of)}
    seen: set[str] = set()
    found = []
    for id in boss_of:
        way = []
        while id in boss_of and id not in seen:
            seen.add(id)
            way.append(id)
            id = boss_of[id]
        if id in way:
            found.append(sorted(way[way.index(id) :], key=order.__getitem__))
    return sorted(found, key=lambda circle: order[circle[0]])
