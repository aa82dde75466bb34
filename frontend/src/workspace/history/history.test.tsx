import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { LiveSession } from "../../collab";
import { CommentsPanel } from "../comments/CommentsPanel";
import { useComments } from "../comments/commentsContext";
import { Refusal } from "../testing/fakeServer";
import { PLAN, stage } from "../testing/Scene";
import { HistoryButton } from "./HistoryButton";
import HistoryPanel from "./HistoryPanel";
import { aPastOf, aPlan, BOARD, CAME, change, drifted, fire, GONE, renew, SAME } from "./testing/pastPlan";

const PATH = `/plans/${PLAN.id}/versions`;
const PAST = `GET ${PATH}`;

function Stage() {
  const { togglePanel } = useComments();
  return (
    <>
      <HistoryButton />
      <button type="button" onClick={togglePanel}>
        Comments
      </button>
      <HistoryPanel />
      <CommentsPanel here={null} isOver={false} />
    </>
  );
}

type Past = ReturnType<typeof aPastOf>;

async function open(past: Past = aPastOf(), live: LiveSession = aPlan(), can = PLAN.can) {
  const scene = await stage(live, <Stage />, { answers: past.answers, about: { ...PLAN, can } });
  await scene.user.click(screen.getByRole("button", { name: "History" }));
  return scene;
}

async function openBoard(past: Past = aPastOf(), live: LiveSession = aPlan(), can = PLAN.can) {
  const scene = await open(past, live, can);
  await scene.user.click(await screen.findByRole("button", { name: /^Before the board/ }));
  return scene;
}

const listed = () => [...document.querySelectorAll("[data-version]")].map((item) => item.textContent);
const chosen = (name: string) => screen.findByRole("region", { name });

describe("the versions", () => {
  it("are listed by their names, or by why they keep themselves", async () => {
    await open();
    await screen.findByText("Before the board");
    expect(listed()).toEqual([
      expect.stringMatching(/^Before the boardMei Lin, Service · March 3, /),
      expect.stringMatching(/^Daily, February 2\dKept by itself/),
      expect.stringMatching(/^Before a restore by Ben OkaforJanuary 10, /),
    ]);
  });

  it("are explained while there are none", async () => {
    await open(aPastOf({}, []));
    expect(await screen.findByRole("heading", { name: "No versions yet" })).toBeTruthy();
    expect(screen.getByText(/keeps the whole plan as it is at a moment/)).toBeTruthy();
  });

  it("of somebody else come by themselves while the list is open", async () => {
    const versions = [aPastOf().answers[PAST]].flat();
    const here = versions.slice(1);
    await open(aPastOf({ [PAST]: () => here }));
    await screen.findByText(/^Daily/);
    expect(screen.queryByText("Before the board")).toBeNull();
    here.unshift(versions[0]);
    expect(await screen.findByText("Before the board")).toBeTruthy();
  });

  it("are kept under a name, for which the day is proposed", async () => {
    const past = aPastOf();
    const { user, announced } = await open(past);
    await user.click(await screen.findByRole("button", { name: "Keep a version…" }));
    const name = await screen.findByRole("textbox", { name: /Name/ });
    expect((name as HTMLInputElement).value).toMatch(/^Version of /);
    await user.clear(name);
    await user.type(name, "Sent to the customer{Enter}");
    await waitFor(() => expect(announced()).toBe("“Sent to the customer” is kept."));
    expect(past.sent).toEqual([{ name: "Sent to the customer" }]);
    expect(document.activeElement?.textContent).toBe("Keep a version…");
  });

  it("are renamed from their menu, after which the focus is back at the version", async () => {
    const past = aPastOf();
    const { user } = await open(past);
    await user.click(await screen.findByRole("button", { name: "More for Before the board" }));
    await user.click(await screen.findByRole("menuitem", { name: "Rename…" }));
    const name = await screen.findByRole("textbox", { name: /Name/ });
    await user.clear(name);
    await user.type(name, "Board of March{Enter}");
    await waitFor(() => expect(past.sent).toEqual([{ name: "Board of March" }]));
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Before the board/));
  });

  it("are deleted only after a question that says what is lost", async () => {
    const past = aPastOf();
    const { user, announced } = await open(past);
    await user.click(await screen.findByRole("button", { name: "More for Before the board" }));
    await user.click(await screen.findByRole("menuitem", { name: "Delete…" }));
    expect(await screen.findByText(/cannot be undone/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Delete the version" }));
    await waitFor(() => expect(announced()).toBe("“Before the board” is deleted."));
    expect(past.sent).toHaveLength(1);
  });

  it("that cannot be asked for say why, and are asked for again", async () => {
    const refused = new Refusal(503, {
      code: "busy",
      detail: "The server is busy.",
      remedy: "Wait a little.",
    });
    await open(aPastOf({ [`GET ${PATH}`]: refused }));
    expect(await screen.findByText("The server is busy.")).toBeTruthy();
    expect(screen.getByText("Wait a little.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });

  it("stay in sight without a connection, and nothing is offered that needs one", async () => {
    const live = aPlan();
    await open(aPastOf(), live);
    await screen.findByText("Before the board");
    act(() => live.connection.set({ status: "offline", since: new Date(), unsavedEdits: 0 }));
    expect(screen.getByText(/^No connection:/)).toBeTruthy();
    expect(screen.getByText("Before the board")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Keep a version…" }).hasAttribute("disabled")).toBe(true);
    expect(screen.queryByRole("button", { name: /^More for/ })).toBeNull();
  });

  it("share their place with the comments, one at a time", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Comments" }));
    expect(screen.queryByRole("heading", { name: "History" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "History" }));
    expect(screen.getByRole("heading", { name: "History" })).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "Comments" })).toBeNull();
  });
});

describe("what has changed since a version", () => {
  it("is told by tool and record, with who, when and the values in words", async () => {
    const { announced } = await openBoard();
    const actions = within(await chosen("Actions (2)"));
    const lines = actions.getAllByRole("listitem").map((item) => item.textContent);
    expect(lines.join("\n")).toMatch(/Mei Lin changed Due from May 3, 2027 to Apr 20, 2027 · March 4, /);
    expect(lines.join("\n")).toMatch(/Ben Okafor set Owner to Ana Rossi · /);
    expect(lines.join("\n")).toMatch(/Visit the plant.*Ben Okafor removed it/);
    expect(within(await chosen("Risks (1)")).getByText("Fire")).toBeTruthy();
    expect(announced()).toBe("3 records differ.");
  });

  it("shows the pieces of a text that was rewritten, one above the other", async () => {
    const rewritten = change({
      where: `actions/${renew}/notes`,
      before: "… waits for legal …",
      after: "… waits for nobody …",
    });
    await openBoard(aPastOf({ [`GET ${PATH}/compare`]: drifted([rewritten]) }));
    const actions = await chosen("Actions (1)");
    expect(actions.querySelector("del")?.textContent).toContain("… waits for legal …");
    expect(actions.querySelector("ins")?.textContent).toContain("… waits for nobody …");
  });

  it("is narrowed to a tool, or to what one person did", async () => {
    const { user } = await openBoard();
    await user.selectOptions(await screen.findByRole("combobox", { name: "Person" }), "Ben Okafor, Finance");
    expect(screen.queryByText(/Mei Lin changed/)).toBeNull();
    expect(within(await chosen("Actions (2)")).getByText("Visit the plant")).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: "Tool" }), "risks");
    expect(screen.getByText("Nothing fits this choice.")).toBeTruthy();
  });

  it("is folded where a record has many changes", async () => {
    const fields = ["due", "start", "progress", "effort", "obstacle", "title", "status"];
    const many = fields.map((field) =>
      change({ code: "changed", where: `actions/${renew}/${field}`, by: [], before: null, after: null }),
    );
    const { user } = await openBoard(aPastOf({ [`GET ${PATH}/compare`]: drifted(many) }));
    const actions = within(await chosen("Actions (1)"));
    expect(actions.getAllByText(/went from/)).toHaveLength(5);
    await user.click(actions.getByRole("button", { name: "Show 2 more" }));
    expect(actions.getAllByRole("listitem")).toHaveLength(1 + 7);
  });

  it("is said to be nothing when there is no difference", async () => {
    await openBoard(aPastOf({ [`GET ${PATH}/compare`]: SAME }));
    expect(await screen.findByRole("heading", { name: "Nothing has changed" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Restore/ })).toBeNull();
  });

  it("leads to the record", async () => {
    const { user, address } = await openBoard();
    await user.click(await screen.findByRole("button", { name: "Go there: Renew licence" }));
    await waitFor(() => expect(address()).toContain("/actions"));
    expect(screen.queryByRole("button", { name: "Go there: Visit the plant" })).toBeNull();
  });

  it("between two versions offers nothing to restore", async () => {
    const { user } = await openBoard();
    const to = await screen.findByRole("combobox", { name: "To" });
    await user.selectOptions(
      screen.getByRole("combobox", { name: "From" }),
      "Before a restore by Ben Okafor",
    );
    await user.selectOptions(to, "Before the board");
    await screen.findAllByText(/Renew licence/);
    expect(screen.queryByRole("button", { name: /^Restore/ })).toBeNull();
  });

  it("is copied as whole sentences", async () => {
    const { user } = await openBoard(aPastOf({ [`GET ${PATH}/compare`]: drifted([GONE, CAME]) }));
    await user.click(await screen.findByRole("button", { name: "Copy as text" }));
    expect(await navigator.clipboard.readText()).toBe(
      'Ben Okafor, Finance removed "Visit the plant" from Actions.\nMei Lin, Service added "Fire" to Obstacles and risks.',
    );
  });

  it("goes back to the list, at the version that was looked at", async () => {
    const { user } = await openBoard();
    await user.click(await screen.findByRole("button", { name: "All versions" }));
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Before the board/));
  });
});

describe("restoring", () => {
  const question = () => screen.findByRole("dialog", { name: /^Restore/ });
  const restore = (name: string) => screen.findByRole("button", { name });

  it("says in numbers what will happen, does it, and says how to undo it", async () => {
    const past = aPastOf();
    const { user, announced } = await openBoard(past);
    await user.click(await restore("Restore this version…"));
    const asked = within(await question());
    expect(asked.getByText("1 record says again what it said then.")).toBeTruthy();
    expect(asked.getByText("1 record that was removed since comes back.")).toBeTruthy();
    expect(asked.getByText("1 record that came since goes to the bin.")).toBeTruthy();
    expect(asked.getByText(/restoring that one undoes this/)).toBeTruthy();
    await user.click(asked.getByRole("button", { name: "Restore the plan" }));
    await waitFor(() => expect(announced()).toMatch(/^The plan is as it was in “Before the board”/));
    expect(past.sent).toEqual([{}]);
  });

  it("takes one tool alone", async () => {
    const past = aPastOf();
    const { user } = await openBoard(past);
    await user.click(await restore("Restore Risks…"));
    const asked = within(await question());
    expect(asked.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      "1 record that came since goes to the bin.",
    ]);
    await user.click(asked.getByRole("button", { name: "Restore Risks" }));
    await waitFor(() => expect(past.sent).toEqual([{ tool: "risks" }]));
  });

  it("takes one record alone", async () => {
    const past = aPastOf();
    const { user } = await openBoard(past);
    await user.click(await restore("Restore “Renew licence”…"));
    await user.click(await restore("Restore the record"));
    await waitFor(() => expect(past.sent).toEqual([{ section: "actions", record: renew }]));
  });

  it("that fails leaves the question open, with the reason and the remedy", async () => {
    const refused = new Refusal(503, { code: "busy", detail: "The plan is busy.", remedy: "Try again." });
    const { user } = await openBoard(aPastOf({ [`POST ${PATH}/${BOARD.id}/restore`]: refused }));
    await user.click(await restore("Restore this version…"));
    await user.click(await restore("Restore the plan"));
    expect(await screen.findByText("The plan is busy.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Restore the plan" })).toBeTruthy();
  });

  it("is left with Escape, and the panel stays", async () => {
    const { user } = await openBoard();
    await user.click(await restore("Restore this version…"));
    await question();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog", { name: /^Restore/ })).toBeNull();
    expect(screen.getByRole("heading", { name: "History" })).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Restore this version…"));
  });

  it("is not offered to who may only read", async () => {
    await openBoard(aPastOf(), aPlan("viewer"), ["read"]);
    expect(await screen.findByText("Fire")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Restore/ })).toBeNull();
    expect(fire).toBeTruthy();
  });
});
