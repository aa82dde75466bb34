import { act, fireEvent, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { held } from "../form/testing/renderInPlan";
import { ANA, cell, column, FIRST, giveRoom, rows, SECOND, show, THIRD } from "./testing/toolPage";

// Whole pages are drawn, on machines that do other things too.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(giveRoom);

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
