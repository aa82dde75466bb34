import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { type PlanValues, useRows } from "../../collab";
import { localToday, ReaderProvider, useSection } from "../../form";
import { held, renderInPlan } from "../../form/testing/renderInPlan";
import Sparks from "./Sparks";

function SparksOfPlan() {
  const rows = useRows("kpis");
  return (
    <ReaderProvider>
      <Sparks section={useSection("kpis")} label="KPIs" rows={rows} all={rows} canEdit onOpen={vi.fn()} />
    </ReaderProvider>
  );
}

function show(values: PlanValues) {
  return renderInPlan(<SparksOfPlan />, { values });
}

const LETTERS = { id: "k", name: "Letters on time", unit: "%", direction: "up", baseline: 22, target: 85 };
const VALUES = [
  { id: "v1", kpi: "k", measured_on: "2026-05-31", value: 22 },
  { id: "v2", kpi: "k", measured_on: "2026-06-30", value: 30 },
];

test("a KPI says its last value and where it is going in words", () => {
  show({ kpis: [LETTERS], kpi_values: VALUES });
  const said = screen.getByRole("listitem").textContent;
  expect(said).toContain("30 %");
  expect(said).toContain("Improving");
  expect(said).toContain("Target 85");
});

test("a figure typed in place is today's value", async () => {
  const { session, user } = show({ kpis: [LETTERS], kpi_values: VALUES });
  await user.type(screen.getByRole("textbox", { name: "Value" }), "86{Enter}");
  expect(session.rows.rows("kpi_values").at(-1)?.values).toMatchObject({
    kpi: "k",
    value: 86,
    measured_on: localToday(new Date()),
  });
  expect(screen.getByRole("listitem").textContent).toContain("Target reached");
});

test("a second figure for a day corrects the first", async () => {
  const { session, user } = show({ kpis: [LETTERS], kpi_values: VALUES });
  await user.type(screen.getByRole("textbox", { name: "Value" }), "31");
  await user.type(screen.getByRole("textbox", { name: "Day" }), "2026-06-30{Enter}");
  expect(held(session, "kpi_values", "v2", "value")).toBe(31);
  expect(session.rows.rows("kpi_values")).toHaveLength(2);
});

test("what is no figure or no day is said and adds nothing", async () => {
  const { session, user } = show({ kpis: [LETTERS] });
  await user.type(screen.getByRole("textbox", { name: "Value" }), "many{Enter}");
  expect(session.rows.rows("kpi_values")).toHaveLength(0);
  expect(screen.getByRole("textbox", { name: "Value" }).getAttribute("aria-describedby")).not.toBeNull();
});

test("a KPI without values, without a target and without anything is drawn", () => {
  show({ kpis: [{ name: "Bare" }], kpi_values: [{ kpi: "gone", measured_on: "2026-06-30", value: 1 }] });
  expect(screen.getByRole("listitem").textContent).toContain("No value yet");
  expect(screen.getByRole("listitem").textContent).toContain("No target");
});
