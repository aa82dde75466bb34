import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { ANA } from "../../app/testing/ana";
import { fakeServer } from "../../app/testing/fakeServer";
import { visit } from "../../app/testing/onScreen";

const GINA = {
  id: "g1",
  name: "Gina Park",
  department: "Service",
  plan: "Growing together",
  account: "Northlake Hospitals",
  joined_at: "2027-01-11T09:00:00Z",
  removed: false,
};
const HUGO = { ...GINA, id: "g2", name: "Hugo Lindt", department: "", removed: true };
const ERASURE = "DELETE /api/persons/g1";

function stage(guests = [GINA, HUGO]) {
  let there = guests;
  const page = (of: typeof guests, next: number | null = null) => ({ guests: of, next });
  return fakeServer({
    "GET /api/session": () => ANA,
    "GET /api/members": () => [ANA],
    "GET /api/invitations": () => [],
    "GET /api/guests": () => page(there, there.length > 1 ? 50 : null),
    "GET /api/guests?skip=50": () => page([{ ...GINA, id: "g3", name: "Ines Roth" }]),
    "GET /api/guests?search=hugo": () => page([HUGO]),
    "GET /api/guests?search=nobody": () => page([]),
    [ERASURE]: () => {
      there = [HUGO];
    },
  });
}

async function listed() {
  visit("/members");
  return within(await screen.findByRole("list", { name: "Guests" }));
}

async function askToErase() {
  await userEvent.click((await listed()).getByRole("button", { name: "More for Gina Park" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Erase…" }));
  return within(await screen.findByRole("dialog", { name: "Erase Gina Park?" }));
}

describe("guests", () => {
  test("are listed with the plan they sit at, and whether they may come back", async () => {
    stage();
    const list = await listed();
    list.getByText(/^Service · Northlake Hospitals: Growing together · joined /);
    expect(list.getAllByText("Removed")).toHaveLength(1);
  });

  test("have what is kept about them taken along as a file", async () => {
    stage();
    await userEvent.click((await listed()).getByRole("button", { name: "More for Gina Park" }));
    const file = await screen.findByRole("menuitem", { name: "Take along what is kept" });
    expect(file.getAttribute("href")).toBe("/api/persons/g1");
  });

  test("are erased once their name is typed, after it is said what happens", async () => {
    const sent = stage();
    const dialog = await askToErase();
    dialog.getByText(/name, department, session and seat at the plan go for good/);
    dialog.getByText(/cannot be undone/);
    await userEvent.type(dialog.getByLabelText("Type Gina Park to confirm"), "gina park");
    await userEvent.click(dialog.getByRole("button", { name: "Erase for good" }));
    await waitFor(() => expect(screen.queryByText("Gina Park")).toBeNull());
    expect(sent.filter(({ route }) => route === ERASURE)).toHaveLength(1);
  });

  test("stay while another name is typed", async () => {
    const sent = stage();
    const dialog = await askToErase();
    await userEvent.type(dialog.getByRole("textbox"), "Hugo Lindt{Enter}");
    dialog.getByText("This is not Gina Park.");
    expect(sent.filter(({ route }) => route === ERASURE)).toEqual([]);
  });

  test("are found by words, and when nobody is, that is said", async () => {
    stage();
    const list = await listed();
    const search = screen.getByRole("searchbox", { name: "Find a guest" });
    await userEvent.type(search, "hugo");
    await waitFor(() => expect(list.queryByText("Gina Park")).toBeNull());
    list.getByText("Hugo Lindt");
    await userEvent.clear(search);
    await userEvent.type(search, "nobody");
    await screen.findByText(/No guest has these words/);
  });

  test("beyond the first page are fetched when they are asked for", async () => {
    stage();
    const list = await listed();
    await userEvent.click(screen.getByRole("button", { name: "Further guests" }));
    await list.findByText("Ines Roth");
    expect(screen.queryByRole("button", { name: "Further guests" })).toBeNull();
  });

  test("need no search while there are none", async () => {
    stage([]);
    (await listed()).getByText("Nobody has joined a plan by its code yet.");
    expect(screen.queryByRole("searchbox")).toBeNull();
  });
});
