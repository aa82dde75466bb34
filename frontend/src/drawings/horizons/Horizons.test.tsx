import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { type PlanValues, useRows } from "../../collab";
import { useSection } from "../../form";
import { held, renderInPlan } from "../../form/testing/renderInPlan";
import Horizons from "./Horizons";

function HorizonsOfPlan() {
  const rows = useRows("objectives");
  return (
    <Horizons
      section={useSection("objectives")}
      label="Objectives"
      rows={rows}
      all={rows}
      canEdit
      onOpen={vi.fn()}
    />
  );
}

function show(values: PlanValues) {
  return renderInPlan(<HorizonsOfPlan />, { values });
}

function lane(name: string) {
  return screen.getByRole("region", { name: new RegExp(`^${name}`, "u") });
}

test("an objective says how far it is and what is done for it, by status", () => {
  show({
    objectives: [
      {
        id: "o",
        title: "Grow",
        horizon: "short",
        baseline: 0,
        current: 20,
        target: 10,
        goals: ["gone-goal"],
      },
    ],
    actions: [
      { title: "Agree", objective: "o", status: "doing" },
      { title: "Deliver", objective: "o", status: "doing" },
      { title: "Other", objective: "else", status: "done" },
    ],
  });
  expect(lane("Short").textContent).toContain("Reached");
  expect(lane("Short").textContent).toContain("2 actions:2 doing");
});

test("an objective with nothing said is drawn, and says what it lacks", () => {
  show({ objectives: [{ title: "Bare" }] });
  const said = lane("No horizon yet").textContent;
  for (const words of ["No measure yet", "No owner", "Serves no goal yet", "No action yet"]) {
    expect(said).toContain(words);
  }
});

test("Alt with an arrow takes an objective to the next horizon", async () => {
  const { session, user } = show({ objectives: [{ id: "o", title: "Grow", horizon: "short" }] });
  within(lane("Short")).getByRole("button", { name: "Grow" }).focus();
  await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
  expect(held(session, "objectives", "o", "horizon")).toBe("medium");
});
