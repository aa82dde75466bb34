import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import { fakeServer, problem, type Sent } from "../../app/testing/fakeServer";
import { visit } from "../../app/testing/onScreen";

const MEMBER = {
  kind: "member",
  company: "Lakeside Systems",
  participant: "m1",
  name: "Ana Ruiz",
  department: "Sales",
  email: "ana@lakeside.example",
  is_owner: true,
  plan: null,
};
const PLAN = {
  id: "p1",
  title: "Plan 2027–2029",
  starts_on: "2027-01-01",
  ends_on: "2029-12-31",
  changed_at: "2026-10-01T10:00:00.000Z",
  people_now: 2,
  removed_at: null,
};
const ACCOUNT = {
  id: "a1",
  name: "Northlake Hospitals",
  has_logo: false,
  role: "owner",
  plans: [PLAN],
  removed_plans: [],
};
const VIEWED = { ...ACCOUNT, id: "a2", name: "Vesta Foods", role: "viewer", plans: [] };

let accounts: object[] = [];
let sent: Sent[] = [];

beforeEach(() => {
  accounts = [ACCOUNT, VIEWED];
  sent = fakeServer({
    "GET /api/session": () => MEMBER,
    "GET /api/accounts": () => accounts,
    "GET /api/accounts?removed=true": () => [],
    "DELETE /api/plans/p1": () => {
      accounts = [{ ...ACCOUNT, plans: [] }, VIEWED];
    },
    "POST /api/plans/p1/restore": () => {
      accounts = [ACCOUNT, VIEWED];
      return PLAN;
    },
    "POST /api/accounts/a1/plans": {
      status: 422,
      body: problem(422, "wrong_dates", "These dates do not make a plan"),
    },
    "POST /api/accounts/a1/plans/import": {
      status: 422,
      body: problem(422, "invalid_plan", "This document cannot become a plan", {
        errors: [{ where: "stakeholders/3/power", message: "Must be 1 to 5, not 9." }],
      }),
    },
  });
});

async function choose(menu: string, item: string) {
  await userEvent.click(await screen.findByRole("button", { name: menu }));
  await userEvent.click(await screen.findByRole("menuitem", { name: item }));
}

function bodyOf(route: string): unknown {
  return sent.find((request) => request.route === route)?.body;
}

describe("the accounts", () => {
  test("offer a viewer nothing to change", async () => {
    visit("/");
    const card = await screen.findByRole("region", { name: "Vesta Foods" });
    expect(within(card).queryByRole("button", { name: "New plan" })).toBeNull();
  });

  test("narrow down to what is searched for", async () => {
    visit("/");
    await screen.findByRole("region", { name: "Vesta Foods" });
    await userEvent.type(screen.getByRole("searchbox"), "2027");
    await waitFor(() => expect(screen.queryByRole("region", { name: "Vesta Foods" })).toBeNull());
    expect(screen.getByRole("status", { name: "" }).textContent).toBe("1 account");
  });

  test("give a removed plan back", async () => {
    visit("/");
    await choose("More for Plan 2027–2029", "Remove the plan");
    expect(await screen.findByText("2 people are in it and will be shown out.")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Remove the plan" }));
    await userEvent.click(await screen.findByRole("button", { name: "Restore Plan 2027–2029" }));
    expect(await screen.findByRole("link", { name: "Plan 2027–2029" })).toBeTruthy();
  });

  test("propose a new plan's title and send its last day", async () => {
    visit("/");
    const card = await screen.findByRole("region", { name: "Northlake Hospitals" });
    await userEvent.click(within(card).getByRole("button", { name: "New plan" }));
    const dialog = await screen.findByRole("dialog", { name: "New plan for Northlake Hospitals" });
    await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByLabelText("Title")));
    await userEvent.clear(within(dialog).getByLabelText("Starts on"));
    await userEvent.type(within(dialog).getByLabelText("Starts on"), "2027-04-01");
    await userEvent.click(within(dialog).getByRole("button", { name: "New plan" }));
    await waitFor(() =>
      expect(bodyOf("POST /api/accounts/a1/plans")).toEqual({
        title: "Plan 2027–2030",
        starts_on: "2027-04-01",
        ends_on: "2030-03-31",
      }),
    );
    expect(await within(dialog).findByText("These dates do not make a plan")).toBeTruthy();
  });

  test("list what does not fit in an imported file by its place", async () => {
    visit("/");
    await choose("More for Northlake Hospitals", "Import a plan…");
    const dialog = await screen.findByRole("dialog", { name: "Import a plan into Northlake Hospitals" });
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error("There is no field for the file.");
    await userEvent.upload(input, new File(['{"title": "Plan"}'], "plan.json", { type: "application/json" }));
    expect(await within(dialog).findByText("stakeholders/3/power")).toBeTruthy();
    expect(within(dialog).getByText("Must be 1 to 5, not 9.")).toBeTruthy();
    expect(bodyOf("POST /api/accounts/a1/plans/import")).toEqual({ document: { title: "Plan" } });
  });
});
