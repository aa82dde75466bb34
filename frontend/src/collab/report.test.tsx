import { act, renderHook } from "@testing-library/react";
import { type ReactNode, useRef } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PlanSessionContext } from "./context";
import { useFindings, useFindingsAt, useReport, useReportPart } from "./hooks";
import type { Finding } from "./report";
import type { LiveSession } from "./session";
import { FakeServer } from "./testing/fakeServer";
import { createLocalSession } from "./testing/localSession";
import { ADA, type Page, prepareTable, settle, sit } from "./testing/table";

const ACTION = "action-000000000000001";
const OTHER = "action-000000000000002";

function finding(about: Partial<Finding> = {}): Finding {
  const values = { title: "Visit the plant" };
  return {
    code: "action_without_owner",
    where: `actions/${ACTION}/owner`,
    values,
    severity: "must",
    mend: [],
    aside: null,
    ...about,
  };
}

const WITHOUT_DAY = finding({
  code: "action_without_day",
  where: `actions/${OTHER}/due`,
  severity: "should",
});

function inside(session: LiveSession) {
  return ({ children }: { children: ReactNode }) => (
    <PlanSessionContext value={session}>{children}</PlanSessionContext>
  );
}

/** A hook's present value, and how often it was rendered. */
function watch<T>(session: LiveSession, use: () => T) {
  return renderHook(
    () => {
      const times = useRef(0);
      times.current += 1;
      return { value: use(), times: times.current };
    },
    { wrapper: inside(session) },
  ).result;
}

const at = (id: string, field: string | null) => ({ section: "actions", id, field });

test("there is no report until the server has sent one", () => {
  const session = createLocalSession();
  const report = watch(session, useReport);
  const part = watch(session, () => useReportPart("findings"));
  expect([report.current.value, part.current.value]).toEqual([null, null]);
  act(() => session.report.take({ findings: [finding()] }));
  expect(report.current.value?.findings).toEqual([finding()]);
  expect(part.current.value).toBe(report.current.value?.findings);
});

test("a finding is found at exactly its place", () => {
  const session = createLocalSession();
  session.report.take({ findings: [finding(), WITHOUT_DAY] });
  expect(watch(session, () => useFindingsAt(at(ACTION, "owner"))).current.value).toEqual([finding()]);
  expect(watch(session, () => useFindingsAt(at(ACTION, null))).current.value).toEqual([]);
  expect(watch(session, () => useFindingsAt(at(OTHER, "owner"))).current.value).toEqual([]);
});

test("a field of a section of facts is a place too", () => {
  const session = createLocalSession();
  const scope = finding({ where: "charter/scope" });
  session.report.take({ findings: [scope] });
  const place = { section: "charter", id: null, field: "scope" };
  expect(watch(session, () => useFindingsAt(place)).current.value).toEqual([scope]);
});

test("what was set aside is in the list of all and no longer at its place", () => {
  const session = createLocalSession();
  const here = watch(session, () => useFindingsAt(at(ACTION, "owner")));
  const all = watch(session, useFindings);
  act(() => session.report.take({ findings: [finding()] }));
  act(() => session.report.take({ findings: [finding({ aside: "set-aside-00000000001" })] }));
  expect(here.current.value).toEqual([]);
  expect(all.current.value).toHaveLength(1);
});

test("a report that says the same again renders nothing", () => {
  const session = createLocalSession();
  session.report.take({ findings: [finding(), WITHOUT_DAY] });
  const report = watch(session, useReport);
  act(() => session.report.take({ findings: [finding(), { ...WITHOUT_DAY }] }));
  expect(report.current.times).toBe(1);
});

test("a finding that did not change renders nothing at its place, and keeps its identity in the list", () => {
  const session = createLocalSession();
  session.report.take({ findings: [finding(), WITHOUT_DAY] });
  const here = watch(session, () => useFindingsAt(at(ACTION, "owner")));
  const before = here.current.value[0];
  act(() => session.report.take({ findings: [finding({ values: { title: "Visit the plant" } })] }));
  expect(here.current.times).toBe(1);
  expect(session.report.findings()[0]).toBe(before);
});

test("a part that was not sent stands", () => {
  const session = createLocalSession();
  session.report.take({ findings: [finding()] });
  const findings = session.report.findings();
  session.report.take({});
  expect(session.report.findings()).toBe(findings);
});

const pages: Page[] = [];

async function open(server: FakeServer): Promise<LiveSession> {
  const page = await sit(server, ADA);
  pages.push(page);
  return page.session;
}

async function closeAll() {
  for (const page of pages.splice(0)) page.close();
  await settle();
}

let server: FakeServer;

beforeEach(() => {
  prepareTable();
  server = new FakeServer({ actions: [{ id: ACTION, title: "Visit the plant" }] });
});

afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

test("the server's report reaches who is there and who comes later", async () => {
  const first = await open(server);
  server.report({ findings: [finding()] });
  await settle();
  const second = await open(server);
  expect([first, second].map(({ report }) => report.findings())).toEqual([[finding()], [finding()]]);
});

test("the last report stays while there is no connection", async () => {
  const ada = await open(server);
  server.report({ findings: [finding()] });
  await settle();
  server.isReachable = false;
  server.cut();
  await settle();
  expect(ada.connection.get().status).toBe("offline");
  expect(ada.report.findings()).toHaveLength(1);
});

test("a report does not outlive its lineage (D2), nor the access to the plan", async () => {
  const ada = await open(server);
  server.report({ findings: [finding()] });
  await settle();
  server.cut();
  server.beginAnew({});
  await settle(20_000);
  expect(ada.report.whole.get()).toBeNull();
  server.report({ findings: [finding()] });
  await settle();
  expect(ada.report.findings()).toHaveLength(1);
  server.refuse(ADA.participant, { code: "removed", message: "" });
  await settle();
  expect(ada.report.whole.get()).toBeNull();
});
