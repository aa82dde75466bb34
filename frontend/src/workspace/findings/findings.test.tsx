import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createLocalSession, type Finding, type LiveSession, type Report } from "../../collab";
import { CommentsPanel } from "../comments/CommentsPanel";
import { useComments } from "../comments/commentsContext";
import { stage } from "../testing/Scene";
import { FindingMark } from "./FindingMark";
import { FindingsButton } from "./FindingsButton";
import { FindingsPanel } from "./FindingsPanel";

const visit = "action-000000000000001";
const renew = "action-000000000000002";
const goal = "objective-00000000001";
const OWNER = { section: "actions", id: visit, field: "owner" };

function finding(about: Partial<Finding>): Finding {
  return {
    code: "action_without_owner",
    where: `actions/${visit}/owner`,
    values: { title: "Visit the plant" },
    severity: "must",
    mend: [],
    aside: null,
    ...about,
  };
}

const WITHOUT_OWNER = finding({});
const WITHOUT_DAY = finding({
  code: "action_without_day",
  where: `actions/${renew}/due`,
  values: { title: "Renew licence" },
  severity: "should",
});
const ALL_DONE = finding({
  code: "objective_all_done",
  where: `objectives/${goal}`,
  values: { title: "One patient record" },
  severity: "could",
  mend: [
    { section: "objectives", id: goal, field: "measure", value: "Wards on it" },
    { section: "objectives", id: goal, field: "unit", value: "wards" },
  ],
});

function aPlan(role: "participant" | "viewer" = "participant"): LiveSession {
  return createLocalSession(
    {
      actions: [
        { id: visit, title: "Visit the plant" },
        { id: renew, title: "Renew licence" },
      ],
      objectives: [{ id: goal, title: "One patient record" }],
    },
    { role },
  );
}

/** The server has looked and found these. */
function report(live: LiveSession, ...findings: Finding[]): void {
  act(() => live.report.take({ findings } as Partial<Report>));
}

function Stage() {
  const { togglePanel } = useComments();
  return (
    <>
      <FindingsButton />
      <button type="button" onClick={togglePanel}>
        Comments
      </button>
      <FindingMark target={OWNER} />
      <FindingsPanel />
      <CommentsPanel here={null} isOver={false} />
    </>
  );
}

const headerButton = () => screen.getByRole("button", { name: /^Findings:/ });

async function open(live: LiveSession, ...findings: Finding[]) {
  report(live, ...findings);
  const scene = await stage(live, <Stage />);
  await scene.user.click(headerButton());
  return scene;
}

const kept = (live: LiveSession) => live.rows.rows("set_aside").map(({ values }) => values);
const list = (name: RegExp) => within(screen.getByRole("region", { name }));

describe("the findings", () => {
  it("are listed by severity, each as a sentence with its remedy and its place", async () => {
    await open(aPlan(), WITHOUT_OWNER, WITHOUT_DAY, ALL_DONE);
    expect(screen.getAllByRole("heading", { level: 3 }).map((heading) => heading.textContent)).toEqual([
      "Must be mended (1)",
      "Should be mended (1)",
      "Could be better (1)",
    ]);
    const must = list(/Must be mended/);
    expect(must.getByText('"Visit the plant" has no owner.')).toBeTruthy();
    expect(must.getByText("Name the one person of ours who sees it through.")).toBeTruthy();
    expect(must.getByText("Actions · Visit the plant · Owner")).toBeTruthy();
  });

  it("are counted in the header, but not those that are only worth a thought", async () => {
    const live = aPlan();
    await open(live, WITHOUT_OWNER, WITHOUT_DAY, ALL_DONE);
    expect(headerButton().textContent).toBe("Findings (2)");
    report(live, ALL_DONE);
    expect(headerButton().textContent).toBe("Findings");
  });

  it("lead to the record or field they speak of", async () => {
    const { user, address } = await open(aPlan(), WITHOUT_OWNER);
    await user.click(screen.getByRole("button", { name: "Go there: Actions · Visit the plant · Owner" }));
    await waitFor(() => expect(address()).toContain("/actions"));
  });

  it("are mended in one step that can be undone, and say so", async () => {
    const live = aPlan();
    const { user, announced } = await open(live, ALL_DONE);
    await user.click(screen.getByRole("button", { name: /^Mend it: / }));
    const values = () => live.rows.row("objectives", goal)?.values;
    expect(values()).toMatchObject({ measure: "Wards on it", unit: "wards" });
    expect(announced()).toBe("Mended. Undo takes it back.");
    act(() => live.edits.undo());
    expect(values()).toMatchObject({ measure: null, unit: null });
  });

  it("offer no mending where a person must decide", async () => {
    await open(aPlan(), WITHOUT_OWNER);
    expect(screen.queryByRole("button", { name: /^Mend it/ })).toBeNull();
  });

  it("are set aside with a reason, and brought back", async () => {
    const live = aPlan();
    const { user, announced } = await open(live, WITHOUT_OWNER, WITHOUT_DAY);
    await user.click(screen.getByRole("button", { name: /^Set aside: "Visit/ }));
    expect(screen.getByRole("button", { name: "Set aside" }).hasAttribute("disabled")).toBe(true);
    await user.keyboard("The customer does that{Enter}");
    expect(kept(live)).toMatchObject([
      {
        code: "action_without_owner",
        place: `actions/${visit}/owner`,
        reason: "The customer does that",
        by: { name: "Ada Rossi" },
      },
    ]);
    expect(announced()).toBe("Set aside. It is in the list below.");
    expect(headerButton().textContent).toBe("Findings (1)");
    await user.click(screen.getByText("Set aside (1)"));
    expect(screen.getByText("The customer does that")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^Bring back: / }));
    expect(kept(live)).toEqual([]);
    expect(headerButton().textContent).toBe("Findings (2)");
  });

  it("can be left without setting anything aside, with Escape, and the panel stays", async () => {
    const live = aPlan();
    const { user } = await open(live, WITHOUT_OWNER);
    await user.click(screen.getByRole("button", { name: /^Set aside: / }));
    await user.keyboard("Half a reason{Escape}");
    expect(kept(live)).toEqual([]);
    expect(screen.getByText('"Visit the plant" has no owner.')).toBeTruthy();
  });

  it("that were set aside and are no longer found can be taken off the list", async () => {
    const live = aPlan();
    live.edits.add("set_aside", {
      code: "action_without_owner",
      place: `actions/${visit}/owner`,
      reason: "Later",
    });
    const { user } = await open(live);
    await user.click(screen.getByText("Set aside (1)"));
    await user.click(screen.getByRole("button", { name: /This is no longer found/ }));
    expect(kept(live)).toEqual([]);
  });

  it("can be narrowed to a tool", async () => {
    const { user } = await open(aPlan(), WITHOUT_OWNER, WITHOUT_DAY, ALL_DONE);
    const filter = screen.getByRole("combobox", { name: "Tool" });
    expect([...filter.querySelectorAll("option")].map(({ textContent }) => textContent)).toEqual([
      "All tools (3)",
      "Objectives (1)",
      "Actions (2)",
    ]);
    await user.selectOptions(filter, "objectives");
    expect(screen.getAllByRole("heading", { level: 3 })).toHaveLength(1);
  });

  it("say when nothing is to be mended, and when the server has not looked yet", async () => {
    const live = aPlan();
    const { user } = await stage(live, <Stage />);
    await user.click(headerButton());
    expect(screen.getByRole("heading", { name: "Looking through the plan" })).toBeTruthy();
    report(live);
    expect(screen.getByRole("heading", { name: "Nothing to mend" })).toBeTruthy();
  });

  it("are for reading only to those who may not edit", async () => {
    await open(aPlan("viewer"), ALL_DONE);
    expect(screen.queryByRole("button", { name: /^(Mend|Set aside)/ })).toBeNull();
    expect(screen.getByRole("button", { name: /^Go there/ })).toBeTruthy();
  });

  it("share their place with the comments, one at a time", async () => {
    const { user } = await open(aPlan(), WITHOUT_OWNER);
    await user.click(screen.getByRole("button", { name: "Comments" }));
    expect(screen.queryByRole("heading", { name: "Findings" })).toBeNull();
    expect(screen.getByRole("heading", { name: "Comments" })).toBeTruthy();
    await user.click(headerButton());
    expect(screen.queryByRole("heading", { name: "Comments" })).toBeNull();
    expect(screen.getByRole("heading", { name: "Findings" })).toBeTruthy();
  });

  it("keep the focus in the list when the finding that has it is gone", async () => {
    const live = aPlan();
    const { user } = await open(live, ALL_DONE, WITHOUT_DAY);
    await user.click(screen.getByRole("button", { name: /^Mend it: / }));
    report(live, WITHOUT_DAY);
    expect(document.activeElement).not.toBe(document.body);
    expect(document.activeElement?.textContent).toContain("Renew licence");
  });
});

describe("the news of findings", () => {
  afterEach(() => vi.useRealTimers());

  it("is said once things have calmed down, not at every change", async () => {
    const live = aPlan();
    const { announced } = await open(live, WITHOUT_OWNER, WITHOUT_DAY);
    vi.useFakeTimers();
    report(live, WITHOUT_OWNER);
    act(() => vi.advanceTimersByTime(1_000));
    report(live, WITHOUT_OWNER, WITHOUT_DAY);
    report(live);
    expect(announced()).toBe("");
    act(() => vi.advanceTimersByTime(3_500));
    expect(announced()).toBe("Nothing left that must or should be mended.");
  });
});

describe("the mark beside a place", () => {
  it("says in words how grave it is, and opens the sentence with what can be done", async () => {
    const live = aPlan();
    report(live, WITHOUT_OWNER, WITHOUT_DAY);
    const { user } = await stage(live, <FindingMark target={OWNER} />);
    await user.click(screen.getByRole("button", { name: "1 finding: Must be mended" }));
    const here = await screen.findByRole("dialog");
    expect(within(here).getByText('"Visit the plant" has no owner.')).toBeTruthy();
    await user.click(within(here).getByRole("button", { name: /^Set aside: / }));
    await user.keyboard("Not now{Enter}");
    expect(kept(live)).toHaveLength(1);
    expect(screen.queryByRole("button", { name: /finding/ })).toBeNull();
  });

  it("is not there where nothing is to be mended", async () => {
    const live = aPlan();
    report(live, WITHOUT_DAY);
    await stage(live, <FindingMark target={OWNER} />);
    expect(screen.queryByRole("button")).toBeNull();
  });
});
