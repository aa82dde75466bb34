import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import { fakeServer, problem, type Sent } from "../../app/testing/fakeServer";
import { visit } from "../../app/testing/onScreen";
import { rememberedIntroduction, rememberIntroduction } from "./introduction";

const NOBODY = {
  kind: "nobody",
  company: "Lakeside Systems",
  participant: null,
  name: null,
  department: null,
  email: null,
  is_owner: null,
  plan: null,
};
const INVITATION = {
  plan_title: "Plan 2027",
  account_name: "Northlake Hospitals",
  company: "Lakeside Systems",
};

let sent: Sent[] = [];

beforeEach(() => {
  sent = fakeServer({
    "GET /api/session": () => NOBODY,
    "POST /api/join/look": () => INVITATION,
    // The page asks again who sits here and goes on to the plan, which these tests leave to the workspace's.
    "POST /api/join": { status: 409, body: problem(409, "stopped_here", "Seated") },
  });
});

function joined(): unknown {
  return sent.find(({ route }) => route === "POST /api/join")?.body;
}

describe("joining", () => {
  test("goes on by itself with the last letter of the code", async () => {
    const { here } = visit("/join");
    await userEvent.type(await screen.findByLabelText("Code"), "abcd2345");
    expect(await screen.findByRole("heading", { name: "Northlake Hospitals" })).toBeTruthy();
    expect(here()).toBe("/join/ABCD2345");
  });

  test("takes a pasted link", async () => {
    visit("/join");
    await userEvent.click(await screen.findByLabelText("Code"));
    await userEvent.paste("https://tavolo.example/join/ABCD2345");
    expect(await screen.findByRole("heading", { name: "Northlake Hospitals" })).toBeTruthy();
  });

  test("says how long a code is when it is cut short", async () => {
    visit("/join");
    await userEvent.type(await screen.findByLabelText("Code"), "abc{Enter}");
    expect(screen.getByText("A code has 8 letters and digits.")).toBeTruthy();
  });

  test("needs a name, a tapped department, and Enter", async () => {
    visit("/join/ABCD2345");
    await userEvent.type(await screen.findByLabelText("Your name"), "Mei Lin");
    await userEvent.click(screen.getByRole("button", { name: "Service" }));
    await userEvent.type(screen.getByLabelText("Department"), "{Enter}");
    await waitFor(() =>
      expect(joined()).toEqual({ code: "ABCD2345", name: "Mei Lin", department: "Service" }),
    );
  });

  test("sends nothing without a name and puts the cursor there", async () => {
    visit("/join/ABCD2345");
    await userEvent.click(await screen.findByRole("button", { name: "Take a seat" }));
    expect(joined()).toBeUndefined();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Your name")));
  });

  test("knows who sat here before", async () => {
    rememberIntroduction({ name: "Mei Lin", department: "Service" });
    visit("/join/ABCD2345");
    expect(await screen.findByDisplayValue("Mei Lin")).toBeTruthy();
    expect(screen.getByDisplayValue("Service")).toBeTruthy();
  });

  test("says when a code opens nothing and lets another be typed", async () => {
    fakeServer({
      "GET /api/session": () => NOBODY,
      "POST /api/join/look": {
        status: 404,
        body: problem(404, "unknown_code", "This code admits to no plan"),
      },
    });
    visit("/join/ABCD2345");
    expect(await screen.findByRole("heading", { name: "ABCD 2345 opens no plan" })).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Use another code" }));
    expect(await screen.findByLabelText("Code")).toBeTruthy();
  });
});

describe("an introduction", () => {
  test("that something else wrote is not believed", () => {
    localStorage.setItem("tavolo.introduction", '{"name": 7}');
    expect(rememberedIntroduction()).toEqual({ name: "", department: "" });
    localStorage.setItem("tavolo.introduction", "not json");
    expect(rememberedIntroduction()).toEqual({ name: "", department: "" });
  });
});
