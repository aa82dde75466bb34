import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Export } from "../../api";
import { createLocalSession, type LiveSession } from "../../collab";
import { useWorkspace } from "../frame/workspaceContext";
import { type FakeAnswers, Refusal } from "../testing/fakeServer";
import { PLAN, stage } from "../testing/Scene";
import { ExportDialog } from "./ExportDialog";
import { ExportNotices } from "./ExportProgress";

function Exporting() {
  const { show } = useWorkspace();
  return (
    <>
      <button type="button" onClick={() => show("export")}>
        Export
      </button>
      <ExportNotices />
      <ExportDialog />
    </>
  );
}

const at = `/plans/${PLAN.id}/exports`;
const export_ = (state: Export["state"], progress: number, message: string | null = null): Export => ({
  id: "export-1",
  state,
  progress,
  message,
});

/** A server that makes a PDF in as many steps as are listed. */
function press(...steps: Export[]): FakeAnswers {
  let step = 0;
  return {
    [`POST ${at}`]: export_("waiting", 0),
    [`GET ${at}/export-1`]: () => steps[Math.min(step++, steps.length - 1)],
  };
}

function plan(): LiveSession {
  return createLocalSession({
    objectives: [{ title: "Grow in the north", shared: true }, { title: "Keep it quiet" }],
    actions: [{ title: "Visit the plant" }],
  });
}

async function open(answers: FakeAnswers = {}, live = plan()) {
  const scene = await stage(live, <Exporting />, { answers });
  await scene.user.click(screen.getByRole("button", { name: "Export" }));
  return scene;
}

describe("before anything leaves for the customer", () => {
  const leaving = () => screen.getByRole("region", { name: "What the customer will read" }).textContent;

  it("says how many objectives and actions would", async () => {
    await open();
    expect(leaving()).toContain("Objectives 1 of 2");
    expect(leaving()).toContain("Actions 0 of 1");
    expect(leaving()).not.toContain("Nothing is marked");
  });

  it("warns when nothing is marked for them, until something is", async () => {
    const live = createLocalSession({ actions: [{ id: "action-000000000000001", title: "Visit" }] });
    await open({}, live);
    expect(leaving()).toContain("Nothing is marked");
    act(() => live.edits.set("actions", "action-000000000000001", "shared", true));
    expect(leaving()).not.toContain("Nothing is marked");
  });

  it("says that unsaved edits would be missing", async () => {
    const live = plan();
    await open({}, live);
    act(() => live.saveState.set({ state: "offline", edits: 3 }));
    expect(screen.getByText(/3 edits are not saved yet/)).toBeTruthy();
  });

  it("says of the team's export that it must not leave, and counts nothing", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("radio", { name: "Our team" }));
    expect(screen.queryByRole("region", { name: "What the customer will read" })).toBeNull();
    expect(screen.getByRole("link", { name: "Download as JSON" }).getAttribute("href")).toBe(
      `/api/plans/${PLAN.id}/document?audience=team`,
    );
  });
});

describe("making the PDF", () => {
  const start = "Make the PDF for the customer";

  it("shows that it is being made, then a download", async () => {
    const { user } = await open(press(export_("rendering", 0.4), export_("ready", 1)));
    await user.click(screen.getByRole("button", { name: start }));
    expect(await screen.findByText("Making the PDF…")).toBeTruthy();
    const download = await screen.findByRole("link", { name: "Download" }, { timeout: 3_000 });
    expect(download.getAttribute("href")).toBe(`/api${at}/export-1/file`);
  });

  it("goes on when the dialog is closed, and says when it is ready", async () => {
    const { user, announced } = await open(press(export_("rendering", 0.4), export_("ready", 1)));
    await user.click(screen.getByRole("button", { name: start }));
    await screen.findByText("Making the PDF…");
    await user.keyboard("{Escape}");
    expect(await screen.findByRole("button", { name: "Put away" }, { timeout: 3_000 })).toBeTruthy();
    expect(announced()).toBe("The PDF for the customer is ready");
    await user.click(screen.getByRole("button", { name: "Put away" }));
    expect(screen.queryByRole("link", { name: "Download" })).toBeNull();
  });

  it("can be called off", async () => {
    const { user } = await open(press(export_("rendering", 0.4)));
    await user.click(screen.getByRole("button", { name: start }));
    await screen.findByText("Making the PDF…");
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.queryByText("Making the PDF…")).toBeNull();
  });

  it("says why it failed and what to do, and can be tried again", async () => {
    const refusal = new Refusal(429, {
      code: "too_many",
      detail: "Four PDFs are being made.",
      remedy: "Wait.",
    });
    const { user } = await open({ [`POST ${at}`]: refusal });
    await user.click(screen.getByRole("button", { name: start }));
    const bar = await screen.findByRole("alert");
    expect(bar.textContent).toContain("Four PDFs are being made.");
    expect(bar.textContent).toContain("Wait.");
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });
});
