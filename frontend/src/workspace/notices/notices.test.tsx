import { act, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { GuestSession } from "../../api";
import { createLocalSession } from "../../collab";
import { PLAN, stage } from "../testing/Scene";
import { ConnectionBar } from "./ConnectionBar";
import { Refused } from "./Refused";
import { RejectionBar } from "./RejectionBar";
import { Welcome } from "./Welcome";

describe("a lost connection", () => {
  it("is a bar that stays, and says how much is waiting on this device", async () => {
    const live = createLocalSession();
    await stage(live, <ConnectionBar />);
    expect(screen.queryByRole("status")).toBeNull();
    act(() =>
      live.connection.set({ status: "offline", since: new Date(2027, 0, 5, 14, 3), unsavedEdits: 12 }),
    );
    expect(screen.getByRole("status").textContent).toContain("No connection since");
    expect(screen.getByRole("status").textContent).toContain("12 edits are waiting.");
    act(() => live.connection.set({ status: "online", people: 2 }));
    expect(screen.queryByRole("status")).toBeNull();
  });
});

describe("a server that cannot save", () => {
  it("is told as what it is, with what becomes of what one writes", async () => {
    const live = createLocalSession();
    await stage(live, <ConnectionBar />);
    const since = new Date(2027, 0, 5, 14, 3);
    act(() => live.connection.set({ status: "offline", since, unsavedEdits: 1, cannotSave: true }));
    const said = screen.getByRole("status").textContent;
    expect(said).toContain("The server has been unable to save since");
    expect(said).toContain("kept on this device, and sent again by itself");
    expect(said).toContain("1 edit is waiting.");
    expect(said).not.toContain("No connection");
  });
});

describe("the time since when there is no connection", () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ["en-GB", "No connection since 19:45"],
    ["en-US", "No connection since 7:45 PM"],
  ])("reads as a person from %s writes it", async (locale, words) => {
    vi.spyOn(navigator, "languages", "get").mockReturnValue([locale]);
    const live = createLocalSession();
    await stage(live, <ConnectionBar />);
    act(() =>
      live.connection.set({ status: "offline", since: new Date(2027, 0, 5, 19, 45), unsavedEdits: 0 }),
    );
    const said = screen.getByRole("status").textContent?.replaceAll("\u202f", " ");
    expect(said).toContain(words);
  });
});

describe("what was not accepted (W6)", () => {
  const stakeholder = "stakeholder-000000001";

  async function withRejection() {
    const live = createLocalSession({ stakeholders: [{ id: stakeholder, name: "Head of cloud" }] });
    const scene = await stage(live, <RejectionBar />);
    act(() =>
      live.rejections.set([
        {
          key: "rejection-1",
          at: new Date(),
          code: "too_long",
          where: `stakeholders/${stakeholder}/measured_by`,
          message: "At most 200 characters; this has 240.",
          kept: [
            {
              target: { section: "stakeholders", id: stakeholder, field: "measured_by" },
              value: "Uptime, and how quickly",
            },
          ],
        },
      ]),
    );
    return scene;
  }

  it("is named with its place and its reason, and the words can be copied", async () => {
    const { user } = await withRejection();
    const bar = screen.getByRole("alert");
    expect(bar.textContent).toContain("Head of cloud");
    expect(bar.textContent).toContain("Measured by");
    expect(bar.textContent).toContain("Uptime, and how quickly");
    await user.click(screen.getByRole("button", { name: "Copy" }));
    expect(await screen.findByRole("button", { name: "Copied" })).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe("Uptime, and how quickly");
  });

  it("stays until it is put away", async () => {
    const { user } = await withRejection();
    await user.click(screen.getByRole("button", { name: "Put away" }));
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("a plan that is not open to somebody", () => {
  it("leads whoever is signed out back in, to the same page", async () => {
    await stage(createLocalSession(), <Refused code="signed_out" message="" />);
    expect(screen.getByRole("heading", { name: "You are signed out" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Sign in" }).getAttribute("href")).toContain("/sign-in?next=");
  });

  it("leads a member who was taken off it to their accounts", async () => {
    await stage(createLocalSession(), <Refused code="removed" message="" />);
    expect(screen.getByRole("link", { name: "To your accounts" }).getAttribute("href")).toBe("/");
  });

  it("says of a plan in the bin that it is there and who can restore it, not that somebody was taken off", async () => {
    await stage(createLocalSession(), <Refused code="in_bin" message="This plan is in the bin now." />);
    expect(screen.getByRole("heading", { name: "This plan has gone to the bin" })).toBeTruthy();
    expect(screen.getByText(/they can restore it/u)).toBeTruthy();
  });
});

describe("the welcome line", () => {
  const guest: GuestSession = {
    kind: "guest",
    company: "Contoso",
    participant: "participant-mei-00001",
    name: "Mei",
    department: "Service",
    plan: { id: PLAN.id, title: PLAN.title },
  };

  it("greets a guest once and asks nothing", async () => {
    const live = createLocalSession({}, { you: { name: "Mei" } });
    const { user } = await stage(live, <Welcome />, { session: guest });
    expect(screen.getByText("Welcome, Mei")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Got it" }));
    expect(screen.queryByText("Welcome, Mei")).toBeNull();
  });

  it("is not for members", async () => {
    await stage(createLocalSession(), <Welcome />);
    expect(screen.queryByText(/Welcome/)).toBeNull();
  });
});
