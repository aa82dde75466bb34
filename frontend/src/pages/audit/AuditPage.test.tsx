import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { fakeServer } from "../../app/testing/fakeServer";
import { visit } from "../../app/testing/onScreen";

const OWNER = {
  kind: "member",
  company: "Lakeside Systems",
  participant: "m1",
  name: "Ana Ruiz",
  department: "Sales",
  email: "ana@lakeside.example",
  is_owner: true,
  plan: null,
};
const ANA = { id: "m1", name: "Ana Ruiz" };
const NOTHING = { about: null, account: null, plan: null, detail: "" };
const AT = "2026-10-01T10:00:00.000Z";

const ROUTES = {
  "GET /api/session": () => OWNER,
  "GET /api/members": () => [{ ...OWNER, ...ANA, deactivated: false }],
  "GET /api/audit": () => ({
    entries: [
      { ...NOTHING, id: 9, at: AT, deed: "sign_in_failed", by: null },
      { ...NOTHING, id: 8, at: AT, deed: "guest_removed", by: ANA, about: { id: "g1", name: null } },
    ],
    next: 8,
  }),
  "GET /api/audit?before=8": () => ({
    entries: [
      {
        ...NOTHING,
        id: 7,
        at: AT,
        deed: "exported",
        by: ANA,
        plan: { id: "p1", name: "Plan & more" },
        detail: "pdf customer",
      },
    ],
    next: null,
  }),
};

test("entries read as sentences, also of people who are gone, and older ones follow", async () => {
  fakeServer(ROUTES);
  visit("/audit");
  await screen.findByText("Somebody failed to sign in as somebody unknown");
  screen.getByText("Ana Ruiz showed somebody or something that is gone out");
  await userEvent.click(screen.getByRole("button", { name: "Older entries" }));
  const exported = (await screen.findByText("Ana Ruiz exported a plan")).closest("li") as HTMLElement;
  within(exported).getByText("PDF for the customer · Plan & more");
  expect(screen.queryByRole("button", { name: "Older entries" })).toBeNull();
});

test("the log is narrowed to a deed and a person, and is downloaded as it is narrowed", async () => {
  fakeServer({
    ...ROUTES,
    "GET /api/audit?deed=exported": () => ({ entries: [], next: null }),
    "GET /api/audit?deed=exported&person=m1": () => ({ entries: [], next: null }),
  });
  visit("/audit");
  await screen.findByRole("option", { name: "Ana Ruiz" });
  await userEvent.selectOptions(screen.getByLabelText("What"), "Export");
  await userEvent.selectOptions(screen.getByLabelText("By or about"), "Ana Ruiz");
  await screen.findByRole("heading", { name: "Nothing of this kind" });
  const file = screen.getByRole("link", { name: "Download as CSV" });
  expect(file.getAttribute("href")).toBe("/api/audit/file?deed=exported&person=m1&format=csv");
  await userEvent.click(screen.getByRole("button", { name: "Show everything" }));
  await screen.findByText("Somebody failed to sign in as somebody unknown");
});

test("the page is the owner's; others are shown their accounts", async () => {
  fakeServer({
    "GET /api/session": () => ({ ...OWNER, is_owner: false }),
    "GET /api/accounts": () => [],
  });
  const { here } = visit("/audit");
  await waitFor(() => expect(here()).toBe("/"));
});
