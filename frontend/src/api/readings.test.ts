import { expect, test } from "vitest";
import { readJoinCode, readSession } from "./readings";

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
const GUEST = { ...NOBODY, kind: "guest", participant: "g1", name: "Jo", department: "Service" };

test("a guest's session leads to their plan", () => {
  const plan = { id: "p1", title: "Plan 2027" };
  expect(readSession({ ...GUEST, plan })).toEqual({
    kind: "guest",
    company: "Lakeside Systems",
    participant: "g1",
    name: "Jo",
    department: "Service",
    plan,
  });
});

test("a guest whose plan is gone is nobody", () => {
  expect(readSession(GUEST)).toEqual({ kind: "nobody", company: "Lakeside Systems" });
});

test("a kind of session this page does not know is nobody's", () => {
  expect(readSession({ ...NOBODY, kind: "robot" }).kind).toBe("nobody");
});

test("an installation without an owner asks to be set up", () => {
  expect(readSession({ ...NOBODY, kind: "setup" }).kind).toBe("setup");
});

test("a join code comes with everything or not at all", () => {
  const open = {
    code: "ABCD2345",
    link: "https://t/join/ABCD2345",
    qr_svg: "<svg/>",
    expires_at: "2027-01-01T00:00Z",
  };
  expect(readJoinCode(open)).toEqual(open);
  expect(readJoinCode({ ...open, link: null })).toEqual({ code: null });
});
