import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createLocalSession } from "../../collab";
import { stage } from "../testing/Scene";
import { BinPage } from "./BinPage";

const mei = { key: "participant-mei-00001", name: "Mei", department: "Service", at: "2027-02-03T10:00:00Z" };

function planWithBin(role: "participant" | "viewer" = "participant") {
  return createLocalSession(
    {
      actions: [
        { id: "action-000000000000001", title: "Visit the plant", removed: mei },
        { id: "action-000000000000002", title: "Renew the licence" },
      ],
      objectives: [{ id: "objective-00000000001", title: "Grow in the north", removed: mei }],
      comments: [{ about: "actions", thread: null, settled: true, written: mei, removed: mei }],
    },
    { role },
  );
}

describe("the bin", () => {
  it("shows what was removed by section, with who and when", async () => {
    await stage(planWithBin(), <BinPage />);
    expect(screen.getByRole("heading", { name: /Actions/ })).toBeTruthy();
    const record = screen.getByText("Visit the plant").closest("li");
    expect(record?.textContent).toContain("Removed by Mei · Service");
    expect(screen.queryByText("Renew the licence")).toBeNull();
  });

  it("says nothing of comments that only settled a thread", async () => {
    await stage(planWithBin(), <BinPage />);
    expect(screen.queryByRole("heading", { name: /Comments/ })).toBeNull();
  });

  it("gives a record back, and says so", async () => {
    const live = planWithBin();
    const { user, announced } = await stage(live, <BinPage />);
    await user.click(screen.getByRole("button", { name: "Restore Visit the plant" }));
    expect(screen.queryByText("Visit the plant")).toBeNull();
    expect(live.rows.rows("actions")).toHaveLength(2);
    expect(announced()).toBe("Visit the plant is restored.");
  });

  it("is narrowed by words and by section", async () => {
    const { user } = await stage(planWithBin(), <BinPage />);
    await user.type(screen.getByRole("textbox", { name: "Filter…" }), "north");
    expect(screen.queryByText("Visit the plant")).toBeNull();
    expect(screen.getByText("Grow in the north")).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: "Section" }), "Actions");
    expect(screen.getByText("Nothing in the bin fits the filter.")).toBeTruthy();
  });

  it("offers readers nothing to restore", async () => {
    await stage(planWithBin("viewer"), <BinPage />);
    expect(screen.queryByRole("button", { name: /Restore/ })).toBeNull();
  });

  it("says what belongs there when it is empty", async () => {
    const live = createLocalSession({ actions: [{ id: "action-000000000000001", title: "Visit" }] });
    await stage(live, <BinPage />);
    expect(screen.getByText("The bin is empty")).toBeTruthy();
    act(() => live.edits.remove("actions", "action-000000000000001"));
    expect(screen.queryByText("The bin is empty")).toBeNull();
    expect(screen.getByText("Visit")).toBeTruthy();
  });
});
