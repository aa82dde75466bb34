import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createLocalSession } from "../../collab";
import { useWorkspace } from "../frame/workspaceContext";
import { ShortcutsDialog } from "../shortcuts/ShortcutsDialog";
import { useShortcuts } from "../shortcuts/useShortcuts";
import { PLAN, stage } from "../testing/Scene";
import { useUndoNews } from "../undo/useUndoNews";
import { CommandPalette } from "./CommandPalette";

const action = "action-000000000000001";

function plan(role: "participant" | "viewer" = "participant") {
  return createLocalSession(
    {
      actions: [
        { id: action, title: "Renew the licence" },
        { id: "action-000000000000002", title: "Visit the plant" },
      ],
    },
    { role },
  );
}

function Keyed() {
  const { dialog } = useWorkspace();
  useShortcuts();
  useUndoNews();
  return (
    <>
      <output>{dialog}</output>
      <input aria-label="A field" />
      <CommandPalette />
      <ShortcutsDialog />
    </>
  );
}

const search = () => screen.getByRole("combobox", { name: /Find a tool/ });
const found = () => screen.getAllByRole("option").map((option) => option.textContent);

describe("the command palette", () => {
  it("opens with Ctrl-K, also while typing", async () => {
    const { user } = await stage(plan(), <Keyed />);
    await user.click(screen.getByRole("textbox", { name: "A field" }));
    await user.keyboard("{Control>}k{/Control}");
    expect(search()).toBeTruthy();
  });

  it("finds a record by words of its title and goes to its tool", async () => {
    const { user, address } = await stage(plan(), <Keyed />);
    await user.keyboard("{Control>}k{/Control}");
    await user.type(search(), "licence");
    expect(found()[0]).toContain("Renew the licence");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(address()).toBe(`/plans/${PLAN.id}/actions`));
    expect(screen.queryByRole("combobox")).toBeNull();
  });

  it("goes to a tool with the arrow keys", async () => {
    const { user, address } = await stage(plan(), <Keyed />);
    await user.keyboard("{Control>}k{/Control}");
    await user.type(search(), "stakeholders");
    expect(within(screen.getByRole("group", { name: "Tools" })).getAllByRole("option")).toHaveLength(1);
    await user.keyboard("{ArrowDown}{ArrowUp}{Enter}");
    await waitFor(() => expect(address()).toBe(`/plans/${PLAN.id}/stakeholders`));
  });

  it("adds a record to a section", async () => {
    const live = plan();
    const { user } = await stage(live, <Keyed />);
    await user.keyboard("{Control>}k{/Control}");
    await user.type(search(), "add objective");
    await user.keyboard("{Enter}");
    expect(live.rows.rows("objectives")).toHaveLength(1);
  });

  it("offers readers neither adding nor undo", async () => {
    const { user } = await stage(plan("viewer"), <Keyed />);
    await user.keyboard("{Control>}k{/Control}");
    await user.type(search(), "add");
    expect(screen.queryByRole("group", { name: "Add" })).toBeNull();
  });

  it("says when nothing fits", async () => {
    const { user } = await stage(plan(), <Keyed />);
    await user.keyboard("{Control>}k{/Control}");
    await user.type(search(), "xyzzy");
    expect(screen.getByText("Nothing fits “xyzzy”.")).toBeTruthy();
  });
});

describe("the keyboard", () => {
  it("lists its shortcuts at a question mark, but not in a field", async () => {
    const { user } = await stage(plan(), <Keyed />);
    await user.click(screen.getByRole("textbox", { name: "A field" }));
    await user.keyboard("?");
    expect(document.querySelector("output")?.textContent).toBe("");
    await user.click(document.body);
    await user.keyboard("?");
    expect(screen.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeTruthy();
  });

  it("undoes and redoes one's own edits and says what they were", async () => {
    const live = plan();
    const { user, announced } = await stage(live, <Keyed />);
    live.edits.set("actions", action, "title", "Renew both licences");
    await user.keyboard("{Control>}z{/Control}");
    expect(live.rows.row("actions", action)?.values.title).toBe("Renew the licence");
    expect(announced()).toBe("Undone. Renew the licence: Title.");
    await user.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
    expect(live.rows.row("actions", action)?.values.title).toBe("Renew both licences");
    expect(announced()).toBe("Redone. Renew both licences: Title.");
  });

  it("says that undoing an addition put the record in the bin", async () => {
    const live = plan();
    const { user, announced } = await stage(live, <Keyed />);
    live.edits.add("actions", { title: "Call them" });
    await user.keyboard("{Control>}z{/Control}");
    expect(announced()).toBe("Undone. Call them: in the bin.");
  });

  it("leaves undo to a field in which something was typed and not yet written to the plan", async () => {
    const live = plan();
    const { user } = await stage(live, <Keyed />);
    live.edits.set("actions", action, "title", "Renew both licences");
    await user.type(screen.getByRole("textbox", { name: "A field" }), "abc");
    await user.keyboard("{Control>}z{/Control}");
    expect(live.rows.row("actions", action)?.values.title).toBe("Renew both licences");
  });
});
