import { act, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { PlanDescription } from "../form";
import { held } from "../form/testing/renderInPlan";
import { type FieldDescription, plan } from "../schema/plan.generated";
import { cell, FIRST, giveRoom, rows, show } from "./testing/toolPage";

// Whole pages are drawn, on machines that do other things too.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(giveRoom);

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

  test("a record that was just added begins in its first field, where typing goes", async () => {
    vi.stubGlobal("matchMedia", (media: string) =>
      Object.assign(new EventTarget(), { media, matches: media.includes("max-width") }),
    );
    const { session, user } = show("actions", { values: {} });
    await user.click(screen.getByRole("button", { name: "Add action" }));
    const title = await screen.findByRole("textbox", { name: "Title" });
    await waitFor(() => expect(document.activeElement).toBe(title));
    await user.keyboard("Visit the wards{Tab}");
    const [added] = session.rows.rows("actions");
    expect(held(session, "actions", added?.id ?? "", "title")).toBe("Visit the wards");
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
