import { screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { drawn, show, showGlance, VIEWS } from "./testing/views";

// Whole pages are drawn, on machines that do other things too.
vi.setConfig({ testTimeout: 60_000 });
beforeEach(() => localStorage.clear());

describe.each(Object.entries(VIEWS))("the %s", (_name, view) => {
  test("says what belongs there while the plan is empty", async () => {
    await show(view, {});
    expect((await screen.findAllByText(view.empty)).length).toBeGreaterThan(0);
    expect(drawn(view)).toHaveLength(0);
  });

  test.each([1, 200])("draws each of %i records", async (count) => {
    await show(view, view.plan(count));
    await waitFor(() => expect(drawn(view)).toHaveLength(count));
    expect(screen.queryByText(view.empty)).toEqual(view.way === "map" ? expect.anything() : null);
  });
});

describe("the plan at a glance", () => {
  test("says where to start while the plan is empty", async () => {
    await showGlance({});
    expect(await screen.findByRole("region", { name: "Start here" })).toBeTruthy();
  });

  test.each([1, 200])("counts %i actions and lists no more than can be read", async (count) => {
    await showGlance(VIEWS.board?.plan(count) ?? {});
    const block = await screen.findByRole("region", { name: "What we do" });
    expect(block.textContent).toContain(count === 1 ? "1 action" : "200 actions");
    expect(block.querySelectorAll("li").length).toBeLessThan(20);
  });
});
