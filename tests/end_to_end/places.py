"""Every page and dialog of Tavolo, and how to get there; whatever looks at them all walks this list."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from planning.tools import SCHEMA
from tests.end_to_end.installation import ACCOUNT, OWNER, Installation
from tests.end_to_end.person import Person


@dataclass(frozen=True)
class Demo:
    """Where things are in an installation with the demo."""

    plan: str
    account: str
    code: str
    invitation: str


Step = Callable[[Person, Demo], None]


@dataclass(frozen=True)
class Place:
    """A page or dialog: its name in file names, and what a person does to see it."""

    name: str
    steps: tuple[Step, ...]
    is_before_the_door: bool = False

    def reach(self, person: Person, demo: Demo) -> None:
        """Go there, and wait until everything of it has come."""
        for step in self.steps:
            step(person, demo)
        expect(person.page.locator("[aria-busy=true]")).to_have_count(0)
        person.page.evaluate("document.fonts.ready")


def find_demo(tavolo: Installation) -> Demo:
    """Return where things are, with a join code, a guest who has used it, and an open invitation."""
    plan = tavolo.demo_plan()
    code = tavolo.join_code(plan)
    guest = {"code": code, "name": "Gina Park", "department": "Service"}
    tavolo.for_somebody_else().call("POST", "/api/join", guest)
    newcomer = {"email": "jo@meridian.example", "name": "Jo Abara", "department": "Finance"}
    return Demo(
        plan=plan,
        account=tavolo.call("GET", f"/api/plans/{plan}")["account"]["id"],
        code=code,
        invitation=tavolo.call("POST", "/api/invitations", newcomer)["link"].removeprefix(tavolo.url),
    )


def goes_to(path: str, heading: str) -> Step:
    """Open an address, in which the names of a demo's places may stand in braces."""

    def go(person: Person, demo: Demo) -> None:
        person.page.goto(path.format(**vars(demo)))
        expect(person.page.get_by_role("heading", name=heading, level=1)).to_be_visible()

    return go


OVERLAYS = "[role=dialog], [role=menu], [role=listbox], aside"
"""What lies over a page or beside it, and would stay there when somebody turns to another tool."""


def overlays(person: Person) -> Locator:
    """What lies over the page now."""
    return person.page.locator(OVERLAYS).locator("visible=true")


def clear_the_page(person: Person) -> bool:
    """Close by key what lies over the page; return whether nothing does any more."""
    while there := overlays(person).count():
        person.page.keyboard.press("Escape")
        try:
            expect(overlays(person)).not_to_have_count(there, timeout=500)
        except AssertionError:
            return False
    return True


def opens_tool(tool: str) -> Step:
    """Turn to a tool: by its line in the list where the plan is open already, which spares a page's start."""

    def turn(person: Person, demo: Demo) -> None:
        path = f"/plans/{demo.plan}/{tool}"
        line = person.page.get_by_role("navigation").locator(f"a[href='{path}']")
        if not clear_the_page(person) or not line.is_visible():
            person.open(demo.plan, tool)
            return
        if person.page.url.endswith(path):
            return
        title = line.get_by_text(re.compile(r"\w")).first.inner_text()
        line.click()
        expect(person.page.get_by_role("main").get_by_role("heading", level=1)).to_have_text(title)
        person.expect_saved()

    return turn


def presses(name: str) -> Step:
    return lambda person, demo: person.page.get_by_role("button", name=name).first.click()


def chooses(name: str) -> Step:
    return lambda person, demo: person.page.get_by_role("menuitem", name=name).click()


def presses_at_the_top(name: str) -> Step:
    """Press a button of a plan's header; on a phone it is a line of one's own menu."""

    def press(person: Person, demo: Demo) -> None:
        button = person.page.get_by_role("banner").get_by_role("button", name=name)
        if button.is_visible():
            button.click()
        else:
            person.page.get_by_role("button", name="Your menu").click()
            person.page.get_by_role("menuitem", name=name).click()

    return press


def types(keys: str) -> Step:
    return lambda person, demo: person.page.keyboard.press(keys)


def sees(words: str) -> Step:
    # What is there for another width of the page may stand before it, hidden.
    return lambda person, demo: expect(
        person.page.get_by_text(words).locator("visible=true").first
    ).to_be_visible()


def looks_at(way: str) -> Step:
    return lambda person, demo: person.look_at(way)


def asks_who_can_win(name: str) -> Step:
    """Choose somebody on the map of stakeholders and ask for the ways to them."""

    def ask(person: Person, demo: Demo) -> None:
        person.page.get_by_role("group", name=name).first.focus()
        person.page.keyboard.press("w")

    return ask


def lights_the_way_from(title: str) -> Step:
    """Choose a node of the strategy map, so that the way from it to our actions lights up."""

    def choose(person: Person, demo: Demo) -> None:
        node = person.page.get_by_role("group", name=title).first
        node.focus()
        person.page.keyboard.press("Space")
        expect(node).to_have_class(re.compile("selected"))

    return choose


def scrolls_to(heading: str) -> Step:
    """Bring a part of a long page into view."""
    return lambda person, demo: person.page.get_by_role("heading", name=heading).scroll_into_view_if_needed()


def says_who(name: str) -> Step:
    """Say who of the team sits here, where the browser does not know it yet."""

    def say(person: Person, demo: Demo) -> None:
        known = person.page.get_by_text(f"Actions of {name}")
        asked = person.page.get_by_role("button", name=f"I am {name}")
        expect(known.or_(asked)).to_be_visible()
        if asked.is_visible():
            asked.click()
        expect(known).to_be_visible()

    return say


def opens_record(name: str) -> Step:
    return lambda person, demo: person.open_record(name)


def changes_a_plan_since(version: str) -> Step:
    """Make a plan, keep a version of it, and add something."""

    def change(person: Person, demo: Demo) -> None:
        plan = person.installation.a_plan()
        person.installation.call("POST", f"/api/plans/{plan}/versions", {"name": version})
        person.open(plan, "objectives")
        person.page.get_by_role("button", name="Add objective").first.click()
        # On a phone there is no table to type it into, and the record stays without a name.
        person.page.keyboard.type("One patient record")
        person.page.keyboard.press("Enter")
        expect(person.page.get_by_text("1 record", exact=True)).to_be_visible()
        person.expect_saved()

    return change


ACCOUNTS = goes_to("/", "Accounts")
AN_ACCOUNT = goes_to("/accounts/{account}", ACCOUNT)
MEMBERS = goes_to("/members", "Members")
STAKEHOLDERS = opens_tool("stakeholders")
COMPARED = (
    changes_a_plan_since("Before the visit"),
    presses_at_the_top("History"),
    presses("Before the visit"),
    sees("added it"),
)

ENTRANCE = (
    Place("sign-in", (goes_to("/sign-in", "Sign in"),), True),
    Place("join", (goes_to("/join", "Join a workshop"),), True),
    Place("join-introduce", (goes_to("/join/{code}", ACCOUNT),), True),
    Place("invitation", (goes_to("{invitation}", f"Join {OWNER['company']}"),), True),
)
COMPANY = (
    Place("accounts", (ACCOUNTS,)),
    Place("accounts-new", (ACCOUNTS, presses("New account"), sees("Customer's name"))),
    Place("accounts-menu", (ACCOUNTS, presses(f"More for {ACCOUNT}"), sees("People and logo"))),
    Place("account", (AN_ACCOUNT,)),
    Place("account-new-plan", (AN_ACCOUNT, presses("New plan"), sees("Starts on"))),
    Place("account-give-access", (AN_ACCOUNT, presses("Give access"), sees("Give access to"))),
    Place("members", (MEMBERS,)),
    Place("members-invite", (MEMBERS, presses("Invite"), sees("Invite a colleague"))),
    Place(
        "members-erase-guest",
        (MEMBERS, presses("More for Gina Park"), chooses("Erase…"), sees("Type Gina Park to confirm")),
    ),
    Place("settings", (goes_to("/settings", "Settings"),)),
)
WITHOUT_A_PAGE = {"comments", "findings"}
TOOLS = tuple(
    Place(f"plan-{tool.key}", (opens_tool(tool.key),))
    for tool in SCHEMA.tools
    if tool.key not in WITHOUT_A_PAGE
)
OVER_THE_PLAN = (
    Place("plan-glance", (opens_tool("glance"), sees("of actions by two departments"))),
    Place("plan-bin", (opens_tool("bin"),)),
    Place("plan-map", (STAKEHOLDERS, looks_at("Map"), sees("Boss not known"))),
    Place(
        "plan-ways",
        (STAKEHOLDERS, looks_at("Map"), asks_who_can_win("Executive vice president"), sees("Ana R. →")),
    ),
    Place("plan-grid", (STAKEHOLDERS, looks_at("Power . interest"), sees("Key players"))),
    Place(
        "plan-divisions",
        (opens_tool("customer_profile"), looks_at("Division map"), sees("Northlake Hospitals Group")),
    ),
    Place("plan-heat-map", (opens_tool("competitors"), sees("Weighted score"))),
    Place("plan-serving", (opens_tool("strategy_map"), lights_the_way_from("One record everywhere"))),
    Place("plan-white-space", (opens_tool("relationship"), scrolls_to("The best five expansions"))),
    Place("plan-raci", (opens_tool("responsibilities"), sees("Who answers"))),
    Place("plan-history", (opens_tool("relationship"), presses("Time line"), sees("Would they"))),
    Place("plan-record", (STAKEHOLDERS, looks_at("Table|List"), opens_record("Chief financial officer"))),
    Place(
        "plan-authors",
        (
            STAKEHOLDERS,
            looks_at("Table|List"),
            opens_record("Chief financial officer"),
            presses("Who wrote this"),
            sees("Added by"),
        ),
    ),
    Place("plan-versions", COMPARED),
    Place("plan-restore", (*COMPARED, presses("Restore this version"), sees("goes to the bin"))),
    Place("plan-people", (STAKEHOLDERS, presses("person here"), sees("(you)"))),
    Place("plan-menu", (STAKEHOLDERS, presses("Your menu"), sees("Sign out"))),
    Place("plan-export", (STAKEHOLDERS, presses_at_the_top("Export PDF"), sees("For whom?"))),
    Place("plan-share", (STAKEHOLDERS, presses_at_the_top("Share"), sees("Close to guests"))),
    Place("plan-comments", (STAKEHOLDERS, presses_at_the_top("omments"), sees("Reply"))),
    Place("plan-findings", (STAKEHOLDERS, presses_at_the_top("Findings"), sees("Must be mended"))),
    Place(
        "plan-finding",
        (
            STAKEHOLDERS,
            presses_at_the_top("Findings"),
            presses("Go there: Stakeholders · Executive vice president"),
            presses("findings, the first"),
            sees("Set aside"),
        ),
    ),
    Place("plan-settings", (STAKEHOLDERS, presses_at_the_top("Plan settings"), sees("Last day"))),
    Place("plan-palette", (STAKEHOLDERS, types("Control+k"), sees("Open comments"))),
    Place("plan-keys", (STAKEHOLDERS, types("?"), sees("Next or previous tool"))),
)
# After everything else, because a browser remembers how somebody looked at a section last.
DRAWINGS = (
    Place("plan-board", (opens_tool("actions"), looks_at("Board"), sees("Blocked:"))),
    Place("plan-timeline", (opens_tool("actions"), looks_at("Timeline"), sees("Today"))),
    Place("plan-mine", (opens_tool("actions"), looks_at("Mine"), says_who("Mei L."))),
    Place("plan-horizons", (opens_tool("objectives"), looks_at("Horizons"), sees("Serves"))),
    Place("plan-exposure", (opens_tool("risks"), looks_at("Risk matrix"), sees("Answer:"))),
    Place("plan-sparks", (opens_tool("kpis"), looks_at("Trends"), sees("Improving"))),
)
PLACES = (*ENTRANCE, *COMPANY, *TOOLS, *OVER_THE_PLAN, *DRAWINGS)
