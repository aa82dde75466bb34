"""Somebody in front of a browser, and the few things everybody does there."""

import re
from typing import Literal

from playwright.sync_api import ConsoleMessage, Error, Locator, Page, expect

from tests.end_to_end.installation import OWNER, Installation

COUNT_KEPT = """async () => {
  const opening = indexedDB.open("tavolo");
  await new Promise((then) => { opening.onsuccess = opening.onerror = then; });
  const counts = [...opening.result.objectStoreNames].map((name) => new Promise((then) => {
    const counting = opening.result.transaction(name).objectStore(name).count();
    counting.onsuccess = () => then(counting.result);
  }));
  opening.result.close();
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}"""
"""Counts what the pages' database holds; closing it waits for what was begun."""

COUNT_WHEN_EMPTY = f"""async () => {{
  const count = {COUNT_KEPT};
  for (let tries = 0; tries < 40 && await count() > 0; tries++) {{
    await new Promise((then) => setTimeout(then, 50));
  }}
  return count();
}}"""


class Person:
    """A page, and what a person does on it in the words of the interface."""

    def __init__(self, page: Page, installation: Installation) -> None:
        self.installation = installation
        self.complaints: list[str] = []
        self._expected: list[str] = []
        self.page = self._listen_to(page)

    def _listen_to(self, page: Page) -> Page:
        page.on("pageerror", self._catch)
        page.on("console", self._hear)
        return page

    def leave(self) -> Page:
        """Stop listening; return the page for whoever sits down next."""
        self.page.remove_listener("pageerror", self._catch)
        self.page.remove_listener("console", self._hear)
        return self.page

    def _catch(self, error: Error) -> None:
        self._note(str(error))

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self._note(f"{said.text} ({said.location['url']})")

    def _note(self, complaint: str) -> None:
        if not any(re.search(expected, complaint) for expected in self._expected):
            self.complaints.append(complaint)

    def shrug_at(self, pattern: str) -> None:
        """Expect the browser to complain in these words, such as of a server that is not there."""
        self._expected.append(pattern)

    def bring_owner(self) -> None:
        """Sign in as the owner without the page."""
        said = {"email": OWNER["email"], "password": OWNER["password"]}
        self._post("/api/session", said)

    def take_seat(self, code: str, name: str, department: str) -> None:
        """Take a guest's seat without the page."""
        self._post("/api/join", {"code": code, "name": name, "department": department})

    def _post(self, path: str, said: dict[str, str]) -> None:
        url = self.installation.url
        answer = self.page.context.request.post(url + path, data=said, headers={"Origin": url})
        assert answer.ok, answer.text()

    def sign_in(self, password: str) -> None:
        """Sign in as the owner on the page that asks for it."""
        self.page.get_by_label("E-mail").fill(OWNER["email"])
        self.page.get_by_label("Password", exact=True).fill(password)
        self.page.get_by_role("button", name="Sign in").click()

    def join(self, code: str, name: str, department: str) -> None:
        """Take a seat with a code, a name and a department."""
        self.page.goto(f"/join/{code}")
        self.page.get_by_label("Your name").fill(name)
        self.page.get_by_label("Department", exact=True).fill(department)
        self.page.get_by_role("button", name="Take a seat").click()
        self.expect_saved()

    def open(self, plan: str, tool: str) -> None:
        """Open a tool of a plan by its address."""
        self.page.goto(f"/plans/{plan}/{tool}")
        expect(self.page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
        self.expect_saved()

    def open_new_tab(self) -> None:
        """Close the tab and open an empty one in the same browser."""
        context = self.page.context
        self.page.close()
        self.page = self._listen_to(context.new_page())

    def lose_connection(self) -> None:
        """Pull the plug of this browser alone."""
        self.shrug_at("ERR_INTERNET_DISCONNECTED")
        self.page.context.set_offline(True)

    def regain_connection(self) -> None:
        """Put the plug back in."""
        self.page.context.set_offline(False)

    def prefer(self, scheme: Literal["light", "dark"]) -> None:
        """Have the system ask for light or dark, and wait until the page has followed."""
        self.page.emulate_media(color_scheme=scheme)
        expect(self.page.locator("html")).to_have_attribute("data-mantine-color-scheme", scheme)
        self.page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))")

    @property
    def save_state(self) -> Locator:
        """The words at the top that say whether everything is on the server's disk."""
        return self.page.locator("header [data-state]")

    def expect_saved(self) -> None:
        """Wait until the page says that everything is on disk."""
        expect(self.save_state).to_have_attribute("data-state", "saved", timeout=15_000)

    def look_at(self, way: str) -> None:
        """Choose a way to look at the page's first section that has several; `way` is a pattern."""
        ways = self.page.get_by_role("group", name="How to look at it").first
        ways.get_by_role("button", name=re.compile(f"^({way})$")).click()

    def add(self, one: str, name: str) -> None:
        """Add a record by its name in the line below a table, or in a table that is empty."""
        line = self.page.get_by_role("textbox", name=f"Add {one}")
        if line.count() == 0:
            self.page.get_by_role("button", name=f"Add {one}").first.click()
            self.page.keyboard.type(name)
        else:
            line.fill(name)
        self.page.keyboard.press("Enter")
        expect(self.record(name)).to_be_visible()
        self.expect_saved()

    def record(self, name: str) -> Locator:
        """The button that opens a record: its name in a table or on a card."""
        return self.page.get_by_role("main").get_by_role("button", name=name, exact=True).first

    @property
    def form(self) -> Locator:
        """The record that is open beside its table."""
        return self.page.get_by_role("dialog")

    def field(self, label: str) -> Locator:
        """A field of the record that is open."""
        return self.form.get_by_label(label, exact=True)

    def open_record(self, name: str) -> None:
        """Open a record with all its fields."""
        self.record(name).click()
        expect(self.form.get_by_role("heading", name=name)).to_be_visible()

    def paste(self, text: str) -> None:
        """Paste where the focus is."""
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
        self.page.keyboard.press("Control+v")

    def count_kept(self) -> int:
        """Return how many pieces of plans this browser keeps on its device."""
        return int(self.page.evaluate(COUNT_KEPT))

    def expect_nothing_kept(self) -> None:
        """Wait until this browser keeps no piece of any plan."""
        assert self.page.evaluate(COUNT_WHEN_EMPTY) == 0
