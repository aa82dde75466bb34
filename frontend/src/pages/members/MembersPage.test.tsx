import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { ANA } from "../../app/testing/ana";
import { type Answer, fakeServer, problem } from "../../app/testing/fakeServer";
import { visit } from "../../app/testing/onScreen";

const BEN = { ...ANA, id: "m2", name: "Ben Okafor", email: "ben@lakeside.example", is_owner: false };
const ERASURE = "DELETE /api/persons/m2";

function stage(erasure: Answer = () => undefined) {
  let isThere = true;
  return fakeServer({
    "GET /api/session": () => ANA,
    "GET /api/members": () => (isThere ? [ANA, BEN] : [ANA]),
    "GET /api/invitations": () => [],
    "GET /api/guests": () => ({ guests: [], next: null }),
    [ERASURE]:
      typeof erasure === "function"
        ? (sent) => {
            isThere = false;
            return erasure(sent);
          }
        : erasure,
  });
}

async function openMenu(name: string) {
  visit("/members");
  await userEvent.click(await screen.findByRole("button", { name: `More for ${name}` }));
}

async function askToErase() {
  await openMenu("Ben Okafor");
  await userEvent.click(await screen.findByRole("menuitem", { name: "Erase…" }));
  return within(await screen.findByRole("dialog", { name: "Erase Ben Okafor?" }));
}

describe("what is kept about a member", () => {
  test("is taken along as a file", async () => {
    stage();
    await openMenu("Ben Okafor");
    const file = await screen.findByRole("menuitem", { name: "Take along what is kept" });
    expect(file.getAttribute("href")).toBe("/api/persons/m2");
    expect(file.hasAttribute("download")).toBe(true);
  });

  test("is erased once their address is typed, after it is said what happens", async () => {
    const sent = stage();
    const dialog = await askToErase();
    dialog.getByText(/name, e-mail, department, password, sessions and roles go for good/);
    dialog.getByText(/What they wrote stays/);
    dialog.getByText(/cannot be undone/);
    const address = dialog.getByLabelText("Type ben@lakeside.example to confirm");
    await userEvent.type(address, "Ben@Lakeside.example");
    await userEvent.click(dialog.getByRole("button", { name: "Erase for good" }));
    await waitFor(() => expect(screen.queryByText("Ben Okafor")).toBeNull());
    expect(sent.filter(({ route }) => route === ERASURE)).toHaveLength(1);
    expect(await screen.findByText("Ben Okafor is erased.")).toBeTruthy();
  });

  test("stays while another address is typed, or none", async () => {
    const sent = stage();
    const dialog = await askToErase();
    await userEvent.click(dialog.getByRole("button", { name: "Erase for good" }));
    await userEvent.type(dialog.getByRole("textbox"), "ana@lakeside.example{Enter}");
    dialog.getByText("This is not ben@lakeside.example.");
    await userEvent.click(dialog.getByRole("button", { name: "Cancel" }));
    expect(sent.filter(({ route }) => route === ERASURE)).toEqual([]);
    expect(screen.getByText("Ben Okafor")).toBeTruthy();
  });

  test("stays when the server refuses, which says why", async () => {
    stage({ status: 503, body: problem(503, "analysis_late", "This could not be worked out in time") });
    const dialog = await askToErase();
    await userEvent.type(dialog.getByRole("textbox"), "ben@lakeside.example{Enter}");
    expect(await dialog.findByText("This could not be worked out in time")).toBeTruthy();
  });

  test("of oneself is taken along and not erased", async () => {
    stage();
    await openMenu("Ana Ruiz");
    expect(await screen.findByRole("menuitem", { name: "Take along what is kept" })).toBeTruthy();
    expect(screen.queryByRole("menuitem", { name: "Erase…" })).toBeNull();
  });
});

test("a name is shown as it was typed, whatever a template would make of it", async () => {
  const typed = "{{7*7}} {{name}} $t(members.owner) <b>";
  fakeServer({
    "GET /api/session": () => ANA,
    "GET /api/members": () => [{ ...ANA, name: typed, department: typed }],
    "GET /api/invitations": () => [],
    "GET /api/guests": () => ({ guests: [], next: null }),
  });
  visit("/members");
  expect((await screen.findByText(`${typed} (you)`)).tagName).toBe("STRONG");
  expect(screen.getByText(`${typed} · ana@lakeside.example`)).toBeTruthy();
  expect(screen.getByRole("button", { name: `More for ${typed}` })).toBeTruthy();
});
