import { act } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { createLocalSession } from "../../collab";
import { stage } from "../testing/Scene";
import { SaveState } from "./SaveState";

const pill = () => document.querySelector("[data-state]")?.textContent;

describe("the save state", () => {
  it("is said in words", async () => {
    const live = createLocalSession();
    await stage(live, <SaveState />);
    expect(pill()).toBe("Saved");
    act(() => live.saveState.set({ state: "offline", edits: 12 }));
    expect(pill()).toBe("Offline, 12 edits kept on this device");
    act(() => live.saveState.set({ state: "offline", edits: 1 }));
    expect(pill()).toBe("Offline, 1 edit kept on this device");
    act(() => live.saveState.set({ state: "not_saved", code: "invalid", message: "the text is too long" }));
    expect(pill()).toBe("Not saved: the text is too long");
    act(() => live.saveState.set({ state: "read_only" }));
    expect(pill()).toBe("Read only");
  });

  it("never says Saved too early, and does not flicker between keystrokes (W1)", async () => {
    const live = createLocalSession();
    await stage(live, <SaveState />);
    vi.useFakeTimers();
    act(() => live.saveState.set({ state: "saving", edits: 1 }));
    expect(pill()).toBe("Saving 1 edit");
    act(() => live.saveState.set({ state: "saved" }));
    expect(pill()).toBe("Saving 1 edit");
    act(() => live.saveState.set({ state: "saving", edits: 2 }));
    act(() => live.saveState.set({ state: "saved" }));
    act(() => vi.advanceTimersByTime(400));
    expect(pill()).toBe("Saved");
    vi.useRealTimers();
  });

  it("says that it connects until the server has answered", async () => {
    const live = createLocalSession();
    await stage(live, <SaveState />);
    act(() => live.saveState.set({ state: "connecting" }));
    expect(pill()).toBe("Connecting");
  });

  it("tells screen readers of a lost connection and of its return, not of every edit", async () => {
    const live = createLocalSession();
    const { announced } = await stage(live, <SaveState />);
    act(() => live.saveState.set({ state: "saving", edits: 1 }));
    act(() => live.saveState.set({ state: "saved" }));
    expect(announced()).toBe("");
    act(() => live.saveState.set({ state: "offline", edits: 2 }));
    expect(announced()).toBe("Offline, 2 edits kept on this device");
    act(() => live.saveState.set({ state: "saved" }));
    await vi.waitFor(() => expect(announced()).toBe("Saved"));
  });
});
