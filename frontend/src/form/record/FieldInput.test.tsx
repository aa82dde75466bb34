import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Awareness } from "y-protocols/awareness";
import type { PlanValues } from "../../collab";
import { held, renderInPlan } from "../testing/renderInPlan";
import { FieldInput } from "./FieldInput";

// Whole pages are drawn, on machines that do other things too.
vi.setConfig({ testTimeout: 30_000 });

const ID = "stakeholder-cio-00001";
const BOSS = "stakeholder-evp-00001";
const PLAN: PlanValues = {
  profile: { currency: "EUR" },
  stakeholders: [
    { id: BOSS, name: "Executive vice president" },
    { id: ID, name: "Chief information officer", power: 4, stance: 1, reports_to: BOSS },
  ],
  divisions: [{ id: "division-it-000000001", name: "Information technology" }],
  actions: [{ id: "action-renew-00000001", title: "Renew licence", effort: 3 }],
  risks: [{ id: "risk-outage-000000001", title: "Outage" }],
};

function show(field: string, section = "stakeholders", id: string | null = ID, options = {}) {
  return renderInPlan(<FieldInput section={section} id={id} field={field} />, { values: PLAN, ...options });
}

test("a line of text is kept when its field is left", async () => {
  const { session, user } = show("name");
  const input = screen.getByLabelText("Name");
  await user.clear(input);
  await user.type(input, "Head of IT ");
  await user.tab();
  expect(held(session, "stakeholders", ID, "name")).toBe("Head of IT");
});

test("a pause in typing keeps what was typed so far", () => {
  vi.useFakeTimers();
  const { session } = show("name");
  fireEvent.change(screen.getByLabelText("Name"), { target: { value: "Head of" } });
  act(() => vi.advanceTimersByTime(399));
  expect(held(session, "stakeholders", ID, "name")).toBe("Chief information officer");
  act(() => vi.advanceTimersByTime(1));
  expect(held(session, "stakeholders", ID, "name")).toBe("Head of");
  vi.useRealTimers();
});

test("Escape goes back to what stood there when typing began", async () => {
  const { session, user } = show("name");
  const input = screen.getByLabelText("Name");
  await user.type(input, " of everything{Enter}");
  await user.type(input, "!{Escape}");
  expect(input).toHaveProperty("value", "Chief information officer of everything");
  expect(held(session, "stakeholders", ID, "name")).toBe("Chief information officer of everything");
});

test("a field that goes away in the middle of typing keeps what was typed", async () => {
  const { session, user, unmount } = show("name");
  await user.type(screen.getByLabelText("Name"), " 2");
  unmount();
  expect(held(session, "stakeholders", ID, "name")).toBe("Chief information officer 2");
});

test("text that is too long is kept on the page, explained, and not written", async () => {
  const { session, user } = show("name");
  const input = screen.getByLabelText("Name");
  fireEvent.change(input, { target: { value: "x".repeat(201) } });
  expect(screen.getByText("At most 200 characters; this has 201.")).toBeTruthy();
  await user.click(input);
  await user.tab();
  expect(held(session, "stakeholders", ID, "name")).toBe("Chief information officer");
  expect(input.getAttribute("aria-invalid")).toBe("true");
});

test("a value that another person changes shows at once, except in the middle of typing", async () => {
  const { session, user } = show("name");
  const input = screen.getByLabelText("Name");
  await user.click(input);
  act(() => session.edits.set("stakeholders", ID, "name", "Changed by another"));
  expect(input).toHaveProperty("value", "Changed by another");
  await user.type(input, "!");
  act(() => session.edits.set("stakeholders", ID, "name", "Changed again"));
  expect(input).toHaveProperty("value", "Changed by another!");
});

test("an amount is typed as people type it and reads formatted", async () => {
  const { session, user } = show("cost", "actions", "action-renew-00000001");
  const input = screen.getByLabelText("Cost");
  await user.type(input, "€ 1.2k");
  await user.tab();
  expect(held(session, "actions", "action-renew-00000001", "cost")).toBe(1200);
  expect(input).toHaveProperty("value", "€1,200");
});

test("a number that cannot be read stays, says why and writes nothing", async () => {
  const { session, user } = show("effort", "actions", "action-renew-00000001");
  const input = screen.getByLabelText("Effort");
  await user.clear(input);
  await user.type(input, "a few{Enter}");
  expect(screen.getByText("Not a number. Try 1200, 1.2k or 3.5m.")).toBeTruthy();
  expect(input).toHaveProperty("value", "a few");
  expect(held(session, "actions", "action-renew-00000001", "effort")).toBe(3);
  await user.clear(input);
  await user.type(input, "2 days{Enter}");
  expect(held(session, "actions", "action-renew-00000001", "effort")).toBe(2);
  expect(screen.queryByText(/Not a number/u)).toBeNull();
});

test("an amount in another currency than the plan's is not taken for the plan's", async () => {
  const { session, user } = show("cost", "actions", "action-renew-00000001");
  await user.type(screen.getByLabelText("Cost"), "$5k{Enter}");
  expect(screen.getByText(/Amounts here are in EUR, not USD/u)).toBeTruthy();
  expect(held(session, "actions", "action-renew-00000001", "cost")).toBeNull();
});

test("a day is typed in words or picked from the calendar", async () => {
  const { session, user } = show("due", "actions", "action-renew-00000001");
  const input = screen.getByLabelText("Due");
  await user.type(input, "31.3.2027");
  await user.tab();
  expect(held(session, "actions", "action-renew-00000001", "due")).toBe("2027-03-31");
  await user.click(screen.getByRole("button", { name: "Open the calendar" }));
  await user.click(await screen.findByRole("button", { name: /March 30, 2027/u }));
  expect(held(session, "actions", "action-renew-00000001", "due")).toBe("2027-03-30");
});

test("a scale takes a click, its digits, the arrows and Delete", async () => {
  const { session, user } = show("power");
  await user.click(screen.getByRole("radio", { name: "Medium" }));
  expect(held(session, "stakeholders", ID, "power")).toBe(3);
  await user.keyboard("5");
  expect(held(session, "stakeholders", ID, "power")).toBe(5);
  await user.keyboard("{ArrowLeft}");
  expect(held(session, "stakeholders", ID, "power")).toBe(4);
  await user.keyboard("{Delete}");
  expect(held(session, "stakeholders", ID, "power")).toBeNull();
});

test("a choice is found by its letters", async () => {
  const { session, user } = show("buying_role");
  await user.type(screen.getByRole("combobox", { name: "Buying role" }), "gate{Enter}");
  expect(held(session, "stakeholders", ID, "buying_role")).toBe("gatekeeper");
  await user.click(screen.getByRole("button", { name: "Clear" }));
  expect(held(session, "stakeholders", ID, "buying_role")).toBeNull();
});

test("a reference offers the records of its section but not the record itself", async () => {
  const { session, user } = show("division");
  await user.type(screen.getByRole("combobox", { name: "Division" }), "inform{Enter}");
  expect(held(session, "stakeholders", ID, "division")).toBe("division-it-000000001");
});

test("what a reference needs can be made on the spot", async () => {
  const { session, user } = show("division");
  await user.type(screen.getByRole("combobox", { name: "Division" }), "Radiology");
  await user.click(screen.getByText("Add “Radiology” as a new division"));
  const [made] = session.rows.rows("divisions").filter((row) => row.values.name === "Radiology");
  expect(held(session, "stakeholders", ID, "division")).toBe(made?.id);
});

test("a reference to a removed record is crossed out and not a mistake", () => {
  const { session } = show("reports_to");
  act(() => session.edits.remove("stakeholders", BOSS));
  const input = screen.getByRole("combobox", { name: "Reports to" });
  expect(input).toHaveProperty("value", "Executive vice president");
  expect(input.dataset.gone).toBe("true");
});

test("a reference to a record that was never there does not break the page", () => {
  const values = {
    stakeholders: [{ id: ID, name: "A", reports_to: "nobody-nobody-nobody0", division: "x" }],
  };
  renderInPlan(<FieldInput section="stakeholders" id={ID} field="reports_to" />, { values });
  expect(screen.getByRole("combobox", { name: "Reports to" })).toHaveProperty(
    "value",
    "No longer in the plan",
  );
});

test("long text is written as it is typed, and others' words leave the caret where it is", async () => {
  const { session, user } = show("notes");
  const area = screen.getByLabelText("Notes") as HTMLTextAreaElement;
  await user.type(area, "Likes data");
  const text = session.edits.sharedText("stakeholders", ID, "notes");
  expect(text?.toString()).toBe("Likes data");
  area.setSelectionRange(5, 5);
  act(() => text?.insert(0, "She. "));
  expect(area.value).toBe("She. Likes data");
  expect(area.selectionStart).toBe(10);
});

test("letters of two people who type in one text at once are all kept", async () => {
  const { session, user } = show("notes");
  const area = screen.getByLabelText("Notes") as HTMLTextAreaElement;
  const text = session.edits.sharedText("stakeholders", ID, "notes");
  for (const letter of "abc") {
    await user.type(area, letter);
    act(() => text?.insert(0, letter.toUpperCase()));
  }
  expect(area.value).toBe("CBAabc");
  expect(text?.toString()).toBe("CBAabc");
});

test("what an input method composes waits, and lands behind what others wrote meanwhile", () => {
  const { session } = show("notes");
  const area = screen.getByLabelText("Notes") as HTMLTextAreaElement;
  const text = session.edits.sharedText("stakeholders", ID, "notes");
  fireEvent.compositionStart(area);
  fireEvent.input(area, { target: { value: "ni" } });
  act(() => text?.insert(0, "Mei: "));
  expect(area.value).toBe("ni");
  area.value = "你";
  area.setSelectionRange(1, 1);
  fireEvent.compositionEnd(area);
  expect(text?.toString()).toBe("你Mei: ");
  expect(area.value).toBe("你Mei: ");
});

test("undo in long text is the plan's own and spares what others wrote", async () => {
  const { session, user } = show("notes");
  const area = screen.getByLabelText("Notes") as HTMLTextAreaElement;
  await user.type(area, "mine");
  const { doc } = session.view.get();
  act(() =>
    doc.transact(() => session.edits.sharedText("stakeholders", ID, "notes")?.insert(0, "theirs "), "server"),
  );
  await user.keyboard("{Control>}z{/Control}");
  expect(area.value).toBe("theirs ");
});

test("who else is in the field is named in words", () => {
  const { session } = show("stance");
  const other = new Awareness(session.view.get().doc);
  const { awareness } = session;
  act(() => {
    awareness.states.set(4711, {
      at: { section: "stakeholders", id: ID, field: "stance" },
      user: { key: "k", participant: "mei", name: "Mei", department: "Service", color: "#8a4fbf" },
    });
    awareness.meta.set(4711, { clock: 1, lastUpdated: 0 });
    awareness.emit("change", [{ added: [4711], updated: [], removed: [] }, "test"]);
  });
  expect(screen.getByText("Mei · Service")).toBeTruthy();
  expect(screen.getByText("Mei is here now.")).toBeTruthy();
  other.destroy();
});

test("being in a field is told to the others", async () => {
  const { session, user } = show("name");
  await user.click(screen.getByLabelText("Name"));
  expect(session.awareness.getLocalState()?.at).toEqual({ section: "stakeholders", id: ID, field: "name" });
});

test("a viewer reads and cannot write", () => {
  show("name", "stakeholders", ID, { role: "viewer" });
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.getByText("Chief information officer")).toBeTruthy();
});

test("each field says who may ever read it", () => {
  show("power");
  expect(screen.getByText("team only")).toBeTruthy();
});

test("formatted text is edited in place, with a toolbar", async () => {
  const { session } = show("introduction", "profile", null);
  const editor = await screen.findByRole("textbox", { name: "Introduction" });
  expect(await screen.findByRole("toolbar", { name: "Formatting of Introduction" })).toBeTruthy();
  act(() => session.edits.set("profile", null, "introduction", "Growing together"));
  await waitFor(() => expect(editor.textContent).toBe("Growing together"));
});
