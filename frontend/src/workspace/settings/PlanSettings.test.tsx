import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { createLocalSession } from "../../collab";
import { useWorkspace } from "../frame/workspaceContext";
import { PLAN, stage } from "../testing/Scene";
import { PlanSettings } from "./PlanSettings";

function Settings() {
  const { show } = useWorkspace();
  return (
    <>
      <button type="button" onClick={() => show("settings")}>
        Settings
      </button>
      <PlanSettings />
    </>
  );
}

async function open() {
  const sent: unknown[] = [];
  const scene = await stage(createLocalSession(), <Settings />, {
    answers: {
      [`PATCH /plans/${PLAN.id}`]: (body: unknown) => {
        sent.push(body);
        return PLAN;
      },
    },
  });
  await scene.user.click(screen.getByRole("button", { name: "Settings" }));
  return { ...scene, sent };
}

it("a plan is renamed, and the dialog closes", async () => {
  const { user, sent } = await open();
  const name = screen.getByRole("textbox", { name: "Name" });
  await user.clear(name);
  await user.type(name, "Growth plan");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(sent).toEqual([{ title: "Growth plan", starts_on: "2027-01-01", ends_on: "2029-12-31" }]);
});

it("a plan cannot end before it starts", async () => {
  const { user, sent } = await open();
  const last = screen.getByLabelText("Last day");
  await user.clear(last);
  await user.type(last, "2026-01-01");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByText("The last day must come after the first.")).toBeTruthy();
  expect(sent).toEqual([]);
});
