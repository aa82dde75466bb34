import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useRows, type Value } from "../../collab";
import { useSection } from "../../form";
import { held, renderInPlan } from "../../form/testing/renderInPlan";
import Exposure from "./Exposure";

const onOpen = vi.fn();

function ExposureOfPlan({ canEdit }: { canEdit: boolean }) {
  const rows = useRows("risks");
  return (
    <Exposure
      section={useSection("risks")}
      label="Risks"
      rows={rows}
      all={rows}
      canEdit={canEdit}
      onOpen={onOpen}
    />
  );
}

function show(risks: Record<string, Value>[], canEdit = true) {
  return renderInPlan(<ExposureOfPlan canEdit={canEdit} />, { values: { risks } });
}

const RATED = { id: "a", title: "No crane", likelihood: 2, impact: 4 };

function chip(title: string) {
  return screen.getByRole("button", { name: new RegExp(`^\\d+ ${title}, `, "u") });
}

test("a risk says its rating in words and lies in its cell", () => {
  show([RATED]);
  expect(chip("No crane").getAttribute("aria-label")).toBe("1 No crane, likelihood Low, impact High");
  expect(chip("No crane").closest("[data-cell]")?.getAttribute("data-cell")).toBe("2/4");
});

test("Shift with an arrow rates a risk, which keeps the focus, in one step of undo", async () => {
  const { session, user } = show([RATED]);
  chip("No crane").focus();
  await user.keyboard("{Shift>}{ArrowRight}{/Shift}");
  expect(held(session, "risks", "a", "likelihood")).toBe(3);
  await waitFor(() => expect(document.activeElement).toBe(chip("No crane")));
  await user.keyboard("{Shift>}{ArrowUp}{ArrowUp}{/Shift}");
  expect(held(session, "risks", "a", "impact")).toBe(5);
});

test("what is not rated waits outside, and its first step rates both", async () => {
  const { session, user } = show([{ id: "n", title: "Unknown", impact: 2 }]);
  expect(screen.getByRole("region", { name: /^Not rated/u }).textContent).toContain("Unknown");
  chip("Unknown").focus();
  await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
  expect([held(session, "risks", "n", "likelihood"), held(session, "risks", "n", "impact")]).toEqual([3, 3]);
  session.edits.undo();
  expect([held(session, "risks", "n", "likelihood"), held(session, "risks", "n", "impact")]).toEqual([
    null,
    2,
  ]);
});

test("who may only read opens a risk and rates none", async () => {
  const { session, user } = show([RATED], false);
  chip("No crane").focus();
  await user.keyboard("{Alt>}{ArrowUp}{/Alt}{Enter}");
  expect(held(session, "risks", "a", "impact")).toBe(4);
  expect(onOpen).toHaveBeenLastCalledWith("a");
});
