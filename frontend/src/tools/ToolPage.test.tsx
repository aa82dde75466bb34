import { act, fireEvent, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { PlanValues } from "../collab";
import type { PlanDescription } from "../form";
import { held, renderInPlan } from "../form/testing/renderInPlan";
import { type FieldDescription, plan } from "../schema/plan.generated";
import ToolPage from "./ToolPage";

// Whole pages are drawn, on machines that do other things too.
vi.setConfig({ testTimeout: 30_000 });

const ANA = "member-ana-0000000001";
const FIRST = "action-1-000000000001";
const SECOND = "action-2-000000000002";
const THIRD = "action-3-000000000003";
const PLAN: PlanValues = {
  profile: { currency: "EUR" },
  team_members: [{ id: ANA, name: "Ana Ruiz", department: "Sales" }],
  actions: [
    { id: FIRST, title: "Renew licence", owner: ANA, due: "2027-05-03", status: "doing", cost: 2000 },
    { id: SECOND, title: "Visit radiology", due: "2027-01-15", status: "to_do", cost: 500 },
    { id: THIRD, title: "Agree escalation", status: "done" },
  ],
};

beforeEach(() => {
  // There is no layout in tests; a long table must still find something in view.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(41);
});

function show(toolKey = "actions", options: Parameters<typeof renderInPlan>[1] = {}) {
  return renderInPlan(<ToolPage toolKey={toolKey} />, { values: PLAN, ...options });
}

/** The words of a column from top to bottom. */
function column(name: string): string[] {
  const headers = [...document.querySelectorAll("[role=columnheader]")];
  const at = headers.findIndex((header) => header.textContent?.startsWith(name));
  return rows().map((row) => row.children[at]?.textContent ?? "");
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[role=row][data-index]")];
}

function cell(record: string, field: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(
    `[role=gridcell][data-target="actions/${record}/${field}"]`,
  );
  if (!found) throw new Error(`No cell for ${record}/${field}.`);
  return found;
}

function paste(target: HTMLElement, text: string) {
  fireEvent.paste(target, { clipboardData: { getData: () => text } });
}

describe("a table of records", () => {
  test("shows the columns that the declaration names, with their values as words", () => {
    show();
    expect(screen.getByRole("grid", { name: "Actions" })).toBeTruthy();
    expect(column("Title")).toEqual(["Renew licence", "Visit radiology", "Agree escalation"]);
    expect(column("Status")).toEqual(["Doing", "To do", "Done"]);
    expect(column("Owner")[0]).toContain("Ana Ruiz");
  });

  test("is walked with the arrow keys and typed into like a spreadsheet", async () => {
    const { session, user } = show();
    act(() => cell(FIRST, "title").focus());
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(cell(SECOND, "title"));
    await user.keyboard("Visit all{Enter}");
    expect(held(session, "actions", SECOND, "title")).toBe("Visit all");
    expect(document.activeElement).toBe(cell(THIRD, "title"));
  });

  test("Tab goes to the next cell and keeps what was typed", async () => {
    const { session, user } = show();
    act(() => cell(SECOND, "due").focus());
    await user.keyboard("1.2.2027{Tab}");
    expect(held(session, "actions", SECOND, "due")).toBe("2027-02-01");
    expect(document.activeElement).toBe(cell(SECOND, "status"));
  });

  test("Escape leaves a cell as it was", async () => {
    const { session, user } = show();
    act(() => cell(SECOND, "title").focus());
    await user.keyboard("nonsense{Escape}");
    expect(held(session, "actions", SECOND, "title")).toBe("Visit radiology");
    expect(document.activeElement).toBe(cell(SECOND, "title"));
  });

  test("a cell whose typing cannot be read stays open and says why", async () => {
    const { session, user } = show();
    act(() => cell(SECOND, "due").focus());
    await user.keyboard("someday{Enter}");
    expect(screen.getByText(/No day that I know/u)).toBeTruthy();
    expect(held(session, "actions", SECOND, "due")).toBe("2027-01-15");
    expect(cell(SECOND, "due").contains(document.activeElement)).toBe(true);
  });

  test("F2 keeps the value and lets it be mended; Delete clears it", async () => {
    const { session, user } = show();
    act(() => cell(FIRST, "title").focus());
    await user.keyboard("{F2}s{Enter}");
    expect(held(session, "actions", FIRST, "title")).toBe("Renew licences");
    act(() => cell(FIRST, "due").focus());
    await user.keyboard("{Delete}");
    expect(held(session, "actions", FIRST, "due")).toBeNull();
  });

  test("a click opens a cell; a yes or no changes with Space or its box, not by a click beside it", async () => {
    const { session, user } = show();
    await user.click(cell(FIRST, "status"));
    await user.type(screen.getByRole("combobox", { name: "Status" }), "bloc{Enter}");
    expect(held(session, "actions", FIRST, "status")).toBe("blocked");
    act(() => cell(FIRST, "shared").focus());
    await user.keyboard(" ");
    expect(held(session, "actions", FIRST, "shared")).toBe(true);
    await user.click(cell(FIRST, "shared"));
    expect(held(session, "actions", FIRST, "shared")).toBe(true);
    await user.click(within(cell(FIRST, "shared")).getByRole("checkbox"));
    expect(held(session, "actions", FIRST, "shared")).toBe(false);
  });

  test("the record's name opens all its fields beside the table", async () => {
    const { user } = show();
    await user.click(screen.getByRole("button", { name: "Renew licence" }));
    const panel = await screen.findByRole("dialog");
    expect(within(panel).getByRole("textbox", { name: "Obstacle" })).toBeTruthy();
    await user.click(within(panel).getByRole("button", { name: "Next record" }));
    expect(within(panel).getByDisplayValue("Visit radiology")).toBeTruthy();
  });

  test("the line below the last record makes one with Enter and waits for the next", async () => {
    const { session, user } = show();
    act(() => cell(THIRD, "title").focus());
    await user.keyboard("{ArrowDown}Test it{Enter}Ship it{Enter}");
    expect(session.rows.rows("actions").map((row) => row.values.title)).toEqual([
      "Renew licence",
      "Visit radiology",
      "Agree escalation",
      "Test it",
      "Ship it",
    ]);
  });

  test("the button adds a record and opens its first cell", async () => {
    const { user } = show();
    await user.click(screen.getByRole("button", { name: "Add action" }));
    expect(screen.getByRole("textbox", { name: "Title" })).toBe(document.activeElement);
  });

  test("Alt and the arrow keys move a row", async () => {
    const { session, user } = show();
    act(() => cell(THIRD, "title").focus());
    await user.keyboard("{Alt>}{ArrowUp}{ArrowUp}{/Alt}");
    expect(session.rows.rows("actions").map((row) => row.id)).toEqual([THIRD, FIRST, SECOND]);
  });

  test("removing says what was removed and takes it back at a click", async () => {
    const { session, user } = show();
    await user.click(screen.getByRole("checkbox", { name: "Select row 1" }));
    await user.click(screen.getByRole("checkbox", { name: "Select row 2" }));
    await user.click(screen.getByRole("button", { name: "Remove" }));
    expect(session.rows.rows("actions").map((row) => row.id)).toEqual([THIRD]);
    expect(screen.getByText("Removed 2 records.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(session.rows.rows("actions")).toHaveLength(3);
    expect(screen.queryByText(/Removed/u)).toBeNull();
  });

  test("when somebody else removes the row with the focus, the next one has it", () => {
    const { session } = show();
    act(() => cell(FIRST, "title").focus());
    act(() => session.edits.remove("actions", FIRST));
    expect(document.activeElement).toBe(cell(SECOND, "title"));
  });

  test("money adds up under its column", async () => {
    localStorage.setItem("tavolo.columns.actions", JSON.stringify(["title", "cost"]));
    show();
    expect(screen.getByText("€2,500")).toBeTruthy();
  });

  test("a viewer reads it and finds nothing to change", async () => {
    const { user } = show("actions", { role: "viewer" });
    expect(screen.queryByRole("button", { name: "Add action" })).toBeNull();
    act(() => cell(FIRST, "due").focus());
    await user.keyboard("1{Delete}");
    expect(screen.queryByRole("textbox", { name: "Due" })).toBeNull();
    expect(cell(FIRST, "due").textContent).not.toBe("");
  });
});

describe("a view of a table", () => {
  test("sorted by a column is not dragged, and says so", async () => {
    const { session, user } = show();
    await user.click(screen.getByRole("button", { name: "Due" }));
    expect(column("Title")).toEqual(["Visit radiology", "Renew licence", "Agree escalation"]);
    expect(screen.getByText("Sorted by Due; dragging is off.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Status" }));
    expect(column("Status")).toEqual(["To do", "Doing", "Done"]);
    await user.click(screen.getByRole("button", { name: "Back to the plan's order" }));
    expect(column("Title")[0]).toBe("Renew licence");
    expect(session.rows.rows("actions")[0]?.id).toBe(FIRST);
  });

  test("keeps the row that is being typed into where it is until the cell is left", async () => {
    const { user } = show();
    await user.click(screen.getByRole("button", { name: "Title" }));
    act(() => cell(THIRD, "title").focus());
    await user.keyboard("{F2}{Home}Zzz ");
    expect(rows()[0]?.contains(document.activeElement)).toBe(true);
    await user.keyboard("{Enter}");
    expect(column("Title").at(-1)).toBe("Zzz Agree escalation");
  });

  test("is filtered by words that it shows, without accents and case", async () => {
    const { user } = show();
    await user.type(screen.getByRole("searchbox"), "RUIZ");
    expect(column("Title")).toEqual(["Renew licence"]);
    await user.clear(screen.getByRole("searchbox"));
    await user.type(screen.getByRole("searchbox"), "nothing like it");
    await user.click(screen.getByRole("button", { name: "Show everything" }));
    expect(rows()).toHaveLength(3);
  });

  test("is filtered by a person and by a choice", async () => {
    const { user } = show();
    await user.click(screen.getByRole("button", { name: "Filter by…" }));
    await user.selectOptions(await screen.findByLabelText("Owner"), "Ana Ruiz");
    expect(column("Title")).toEqual(["Renew licence"]);
    await user.selectOptions(screen.getByLabelText("Owner"), "Not said");
    expect(column("Title")).toEqual(["Visit radiology", "Agree escalation"]);
    await user.click(screen.getByRole("button", { name: "Take away the filter Owner: Not said" }));
    expect(rows()).toHaveLength(3);
  });

  test("has the columns that somebody chose, here and the next time", async () => {
    const { user, unmount } = show();
    await user.click(screen.getByRole("button", { name: "Columns" }));
    await user.click(await screen.findByRole("checkbox", { name: "Obstacle" }));
    expect(screen.getByRole("columnheader", { name: "Obstacle" })).toBeTruthy();
    unmount();
    show();
    expect(screen.getByRole("columnheader", { name: "Obstacle" })).toBeTruthy();
  });
});

describe("cells of a spreadsheet", () => {
  test("become records, with names, days and choices understood and the rest reported", () => {
    const { session } = show();
    act(() => cell(FIRST, "title").focus());
    paste(
      cell(FIRST, "title"),
      "Title\tOwner\tDue\tStatus\nTrain users\tana ruiz\t31.3.2027\tBlocked\nOther\tNobody\tsoon\tdone\n",
    );
    const made = session.rows.rows("actions").slice(3);
    expect(made.map(({ values }) => [values.title, values.owner, values.due, values.status])).toEqual([
      ["Train users", ANA, "2027-03-31", "blocked"],
      ["Other", null, null, "done"],
    ]);
    expect(screen.getByText(/Owner: Nobody; Due: soon/u)).toBeTruthy();
  });

  test("without a heading go into the columns from the one pasted into", () => {
    const { session } = show();
    act(() => cell(FIRST, "title").focus());
    paste(cell(FIRST, "title"), "One\t\tAna Ruiz\nTwo\t\t\n");
    expect(
      session.rows
        .rows("actions")
        .slice(3)
        .map(({ values }) => [values.title, values.owner]),
    ).toEqual([
      ["One", ANA],
      ["Two", null],
    ]);
  });

  test("a single one sets the cell it is pasted into", () => {
    const { session } = show();
    act(() => cell(FIRST, "status").focus());
    paste(cell(FIRST, "status"), "Blocked");
    expect(held(session, "actions", FIRST, "status")).toBe("blocked");
  });

  test("pasting is one step that one undo takes back", () => {
    const { session } = show();
    act(() => cell(FIRST, "title").focus());
    paste(cell(FIRST, "title"), "One\tx\nTwo\ty\n");
    expect(session.rows.rows("actions")).toHaveLength(5);
    act(() => session.edits.undo());
    expect(session.rows.rows("actions")).toHaveLength(3);
  });
});

describe("an empty section", () => {
  test("says what belongs there and starts it with one click", async () => {
    const { session, user } = show("actions", { values: {} });
    expect(screen.getByText("Take an objective and write down the very next step towards it.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Add action" }));
    expect(session.rows.rows("actions")).toHaveLength(1);
  });
});

describe("on a phone", () => {
  test("records are cards that open", async () => {
    vi.stubGlobal("matchMedia", (media: string) =>
      Object.assign(new EventTarget(), { media, matches: media.includes("max-width") }),
    );
    const { user } = show();
    expect(screen.queryByRole("grid")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Renew licence" }));
    expect(await screen.findByRole("dialog")).toBeTruthy();
  });
});

describe("a long table", () => {
  const many = Array.from({ length: 300 }, (_, at) => ({
    id: `action-${String(at).padStart(14, "0")}`,
    title: `Action ${at}`,
    order: `b${String(at).padStart(4, "0")}V`,
  }));

  test("draws only the rows in view", () => {
    show("actions", { values: { actions: many } });
    expect(rows().length).toBeGreaterThan(5);
    expect(rows().length).toBeLessThan(60);
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("301");
  });

  test("draws one row again when one value changes", () => {
    const { session } = show("actions", { values: { actions: many.slice(0, 30) } });
    const before = rows().map((row) => row.innerHTML);
    const changed: Element[] = [];
    const observer = new MutationObserver((records) => changed.push(...records.map((r) => rowOf(r.target))));
    observer.observe(screen.getByRole("grid"), {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    act(() => session.edits.set("actions", "action-00000000000007", "title", "Changed"));
    changed.push(...observer.takeRecords().map((record) => rowOf(record.target)));
    observer.disconnect();
    const redrawn = new Set(changed.filter((row) => row.hasAttribute("data-index")));
    expect([...redrawn].map((row) => row.getAttribute("data-index"))).toEqual(["7"]);
    expect(rows().filter((row, at) => row.innerHTML !== before[at])).toHaveLength(1);
  });
});

function rowOf(node: Node): Element {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest("[role=row]") ?? document.body;
}

describe("one declaration", () => {
  const added: FieldDescription = {
    key: "mood",
    kind: "choice",
    label: "Mood",
    help: "How it feels.",
    audience: "team",
    system: false,
    choices: [
      { value: "good", label: "Good mood" },
      { value: "bad", label: "Bad mood" },
    ],
  };

  test("a field that is added to it is in the table and in the form without any further code", async () => {
    const { session, user } = show("actions", { description: withField(plan, "actions", added) });
    expect(screen.getByRole("columnheader", { name: "Mood" })).toBeTruthy();
    await user.click(cell(FIRST, "mood"));
    await user.type(screen.getByRole("combobox", { name: "Mood" }), "good{Enter}");
    expect(held(session, "actions", FIRST, "mood")).toBe("good");
    await user.click(screen.getByRole("button", { name: "Renew licence" }));
    const panel = await screen.findByRole("dialog");
    expect(within(panel).getByRole("combobox", { name: "Mood" })).toHaveProperty("value", "Good mood");
    expect(within(panel).getByText("How it feels.")).toBeTruthy();
  });

  test("every tool of the plan has a page", () => {
    for (const tool of plan.tools) {
      const { unmount } = show(tool.key, { values: {} });
      expect(screen.getByRole("heading", { level: 1, name: tool.label })).toBeTruthy();
      unmount();
    }
  });
});

function withField(description: PlanDescription, key: string, field: FieldDescription): PlanDescription {
  const tools = description.tools.map((tool) => ({
    ...tool,
    sections: tool.sections.map((section) =>
      section.key === key
        ? { ...section, columns: [...section.columns, field.key], fields: [field, ...section.fields] }
        : section,
    ),
  }));
  return { ...description, tools };
}

test("nothing about a table or the form beside it hinders assistive technology", async () => {
  const { user, baseElement } = show();
  await user.click(screen.getByRole("button", { name: "Renew licence" }));
  await screen.findByRole("dialog");
  const { violations } = await axe.run(baseElement, {
    // Colours and the page around are judged where a browser draws them.
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
