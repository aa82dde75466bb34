import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { fakeServer, problem } from "./testing/fakeServer";
import { visit } from "./testing/onScreen";

const PERSON = { company: "Lakeside Systems", participant: null, name: null, department: null, email: null };
const NOBODY = { kind: "nobody", ...PERSON, is_owner: null, plan: null };
const MEMBER = {
  ...NOBODY,
  kind: "member",
  participant: "m1",
  name: "Ana Ruiz",
  department: "Sales",
  email: "ana@lakeside.example",
  is_owner: true,
};

describe("opening an address", () => {
  test("nobody is asked to sign in and then sees what they came for", async () => {
    let session: object = NOBODY;
    fakeServer({
      "GET /api/session": () => session,
      "GET /api/members": () => [],
      "GET /api/invitations": () => [],
      "GET /api/guests": () => ({ guests: [], next: null }),
      "POST /api/session": () => {
        session = MEMBER;
        return MEMBER;
      },
    });
    const { here } = visit("/members");
    await userEvent.type(await screen.findByLabelText("E-mail"), "ana@lakeside.example");
    await userEvent.type(screen.getByLabelText("Password"), "four plain words here{Enter}");
    expect(await screen.findByRole("heading", { name: "Members" })).toBeTruthy();
    expect(here()).toBe("/members");
  });

  test("an unknown address offers the way home", async () => {
    fakeServer({ "GET /api/session": () => MEMBER });
    visit("/nowhere/at/all");
    expect(await screen.findByRole("heading", { name: "There is nothing here" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Go to the start" }).getAttribute("href")).toBe("/");
  });

  test("a server in trouble is said in words, with a second try", async () => {
    // React reports every error that a page catches; this one is meant.
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    fakeServer({
      "GET /api/session": { status: 503, body: problem(503, "storage_busy", "The database is busy") },
    });
    visit("/");
    expect(await screen.findByText("The database is busy")).toBeTruthy();
    fakeServer({ "GET /api/session": () => MEMBER, "GET /api/accounts": () => [] });
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { name: "Accounts" })).toBeTruthy();
  });

  test("each page names the browser's tab and starts keyboards at its content", async () => {
    fakeServer({
      "GET /api/session": () => MEMBER,
      "GET /api/accounts": () => [],
      "GET /api/members": () => [],
      "GET /api/invitations": () => [],
      "GET /api/guests": () => ({ guests: [], next: null }),
    });
    const { router } = visit("/");
    await screen.findByRole("heading", { name: "Accounts" });
    expect(document.title).toBe("Accounts · Tavolo");
    await router.navigate({ to: "/members" });
    await waitFor(() => expect(document.title).toBe("Members · Tavolo"));
    await waitFor(() => expect(document.activeElement?.id).toBe("main"));
  });

  test("a page whose content is still on the way is said, and takes the keyboard, when it is there", async () => {
    let bring: (account: object) => void = () => undefined;
    const account = new Promise<object>((arrive) => {
      bring = arrive;
    });
    const northlake = {
      id: "a1",
      name: "Northlake Hospitals",
      role: "owner",
      has_logo: false,
      plans: [],
      removed_plans: [],
    };
    fakeServer({
      "GET /api/session": () => MEMBER,
      "GET /api/accounts": () => [],
      "GET /api/accounts/a1": () => account,
      "GET /api/accounts/a1/plans/removed": () => [],
      "GET /api/accounts/a1/members": () => [],
    });
    const { router } = visit("/");
    await screen.findByRole("heading", { name: "Accounts" });
    await router.navigate({ to: "/accounts/$accountId", params: { accountId: "a1" } });
    await screen.findByRole("heading", { name: "Loading…" });
    bring(northlake);
    await screen.findByRole("heading", { name: "Northlake Hospitals" });
    await waitFor(() => expect(document.activeElement?.id).toBe("main"));
    const said = [...document.querySelectorAll("[aria-live=polite]")].map(({ textContent }) => textContent);
    expect(said.join("")).toBe("Northlake Hospitals · Tavolo");
  });

  test("a session that ends while a page is open leads to signing in, and back here", async () => {
    let session: object = MEMBER;
    fakeServer({
      "GET /api/session": () => session,
      "GET /api/company": () => ({ company: "Lakeside Systems", has_logo: false }),
      "PATCH /api/company": { status: 401, body: problem(401, "sign_in_needed", "You are not signed in") },
    });
    const { here } = visit("/settings");
    await screen.findByRole("heading", { name: "Company" });
    session = NOBODY;
    await userEvent.type(await screen.findByDisplayValue("Lakeside Systems"), "!{Enter}");
    expect(await screen.findByRole("heading", { name: "Sign in" })).toBeTruthy();
    expect(here()).toBe("/sign-in?next=%2Fsettings");
  });

  test("the skip link leads to the content", async () => {
    fakeServer({ "GET /api/session": () => NOBODY });
    visit("/sign-in");
    await screen.findByRole("heading", { name: "Sign in" });
    await userEvent.click(screen.getByRole("button", { name: "Skip to the content" }));
    expect(document.activeElement?.id).toBe("main");
  });
});
