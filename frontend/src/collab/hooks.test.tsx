import { act, render, renderHook, screen } from "@testing-library/react";
import { createInstance } from "i18next";
import { memo, type ReactNode, useEffect } from "react";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import * as Y from "yjs";
import collab from "../locales/en/collab.json";
import plan from "../locales/en/plan.generated.json";
import {
  createLocalSession,
  type LiveSession,
  PlanSessionContext,
  type Row,
  useBin,
  useConnection,
  useEdits,
  useFacts,
  useRejections,
  useRow,
  useRows,
  useSaveState,
  useUndoState,
} from ".";
import { PlanDocument } from "./document";
import { planBytes } from "./testing/localSession";

const ACTION = "action-000000000000001";

const english = createInstance();
await english.init({ lng: "en", resources: { en: { collab, plan } }, interpolation: { escapeValue: false } });

function inside(session: LiveSession) {
  return ({ children }: { children: ReactNode }) => (
    <I18nextProvider i18n={english}>
      <PlanSessionContext value={session}>{children}</PlanSessionContext>
    </I18nextProvider>
  );
}

test("a page shows the records of a plan in order and follows an edit", () => {
  const session = createLocalSession({
    actions: [{ title: "Visit the plant" }, { title: "Renew the licence" }],
    profile: { legal_name: "Contoso" },
  });
  const { result } = renderHook(
    () => ({ rows: useRows("actions"), facts: useFacts("profile"), edits: useEdits() }),
    { wrapper: inside(session) },
  );
  expect(result.current.rows.map((row) => row.values.title)).toEqual([
    "Visit the plant",
    "Renew the licence",
  ]);
  expect(result.current.facts.values.legal_name).toBe("Contoso");
  const [first, second] = result.current.rows;
  act(() => result.current.edits.set("actions", first?.id ?? "", "title", "Visit both plants"));
  expect(result.current.rows[0]?.values.title).toBe("Visit both plants");
  expect(result.current.rows[1]).toBe(second);
});

test("only the row that changed renders again", () => {
  const session = createLocalSession({ actions: [{ title: "One" }, { title: "Two" }, { title: "Three" }] });
  const rendered: string[] = [];
  const Line = memo(({ row }: { row: Row }) => {
    rendered.push(String(row.values.title));
    return <p>{String(row.values.title)}</p>;
  });
  const List = () => useRows("actions").map((row) => <Line key={row.id} row={row} />);
  render(<List />, { wrapper: inside(session) });
  rendered.length = 0;
  act(() => session.edits.set("actions", session.rows.rows("actions")[1]?.id ?? "", "title", "Second"));
  expect(rendered).toEqual(["Second"]);
  expect(screen.getByText("Second")).toBeTruthy();
});

test("a record in the bin is still found by its identifier, with who removed it", () => {
  const session = createLocalSession({ actions: [{ id: ACTION, title: "One" }] });
  const { result } = renderHook(() => useRow("actions", ACTION), {
    wrapper: inside(session),
  });
  act(() => session.edits.remove("actions", ACTION));
  expect(result.current?.removed?.name).toBe("Ada Rossi");
});

test("what was not accepted is shown with its fields named, and can be put away", () => {
  const session = createLocalSession();
  const kept = [
    { target: { section: "actions", id: ACTION, field: "title" }, value: "Visit the plant" },
    { target: { section: "actions", id: ACTION, field: "helpers" }, value: ["Ada", "Ben"] },
  ];
  session.rejections.set([
    { key: "rejection-1", at: new Date(0), code: "invalid", where: "actions", message: "Too long.", kept },
  ]);
  const { result } = renderHook(() => useRejections(), { wrapper: inside(session) });
  expect(result.current.rejections).toMatchObject([
    { code: "invalid", message: "Too long.", text: "Title: Visit the plant\nHelpers: Ada, Ben" },
  ]);
  act(() => result.current.dismiss(0));
  expect(result.current.rejections).toEqual([]);
});

test("a single value that was not accepted is shown as it was written", () => {
  const session = createLocalSession();
  const target = { section: "actions", id: ACTION, field: "title" };
  const kept = [{ target, value: "Visit the plant" }];
  session.rejections.set([
    { key: "rejection-1", at: new Date(0), code: "read_only", where: "", message: "", kept },
  ]);
  const { result } = renderHook(() => useRejections(), { wrapper: inside(session) });
  expect(result.current.rejections[0]?.text).toBe("Visit the plant");
  expect(result.current.rejections[0]?.message).toBe(collab.problem.read_only);
});

test("undo and redo are offered when there is something to undo or redo", () => {
  const session = createLocalSession({ actions: [{ id: ACTION, title: "One" }] });
  const { result } = renderHook(() => useUndoState(), { wrapper: inside(session) });
  expect(result.current).toEqual({ canUndo: false, canRedo: false });
  act(() => session.edits.set("actions", ACTION, "title", "Two"));
  expect(result.current).toEqual({ canUndo: true, canRedo: false });
  act(() => session.edits.undo());
  expect(result.current).toEqual({ canUndo: false, canRedo: true });
});

test("the bin keeps its identity while nothing in it changes", () => {
  const session = createLocalSession({ actions: [{ id: ACTION, title: "One" }, { title: "Two" }] });
  session.edits.remove("actions", ACTION);
  const { result } = renderHook(() => useBin(), { wrapper: inside(session) });
  const before = result.current;
  expect(before).toHaveLength(1);
  act(() => session.edits.set("actions", session.rows.rows("actions")[0]?.id ?? "", "title", "Second"));
  expect(result.current).toBe(before);
});

test("W6: another document takes the place of the present one without anything being mounted anew", () => {
  const session = createLocalSession({ actions: [{ id: ACTION, title: "One" }] });
  const mounted: string[] = [];
  const Title = () => {
    useEffect(() => {
      mounted.push("Title");
    }, []);
    return <p>{String(useRow("actions", ACTION)?.values.title)}</p>;
  };
  render(<Title />, { wrapper: inside(session) });
  const document = new PlanDocument(session.index);
  Y.applyUpdate(document.doc, planBytes({ actions: [{ id: ACTION, title: "From the server" }] }));
  act(() => session.replaceDocument(document));
  expect(screen.getByText("From the server")).toBeTruthy();
  act(() => session.edits.set("actions", ACTION, "title", "Mine"));
  expect(screen.getByText("Mine")).toBeTruthy();
  expect(mounted).toEqual(["Title"]);
});

test("a problem that the server did not put into words is said in the reader's language", () => {
  const session = createLocalSession();
  session.connection.set({ status: "refused", code: "removed", message: "" });
  session.saveState.set({ state: "not_saved", code: "never heard of", message: "" });
  const { result } = renderHook(() => ({ connection: useConnection(), save: useSaveState() }), {
    wrapper: inside(session),
  });
  expect(result.current.connection).toMatchObject({ message: collab.problem.removed });
  expect(result.current.save).toEqual({ state: "not_saved", message: collab.problem.other });
});
