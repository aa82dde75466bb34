import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createLocalSession, type LiveSession, type Value } from "../../collab";
import { PLAN, stage } from "../testing/Scene";
import { CommentsButton } from "./CommentsButton";
import { CommentsPanel } from "./CommentsPanel";
import { useComments } from "./commentsContext";

const cio = "stakeholder-000000001";
const here = { section: "stakeholders", id: null, field: null };
const mei = {
  key: "participant-mei-00001",
  name: "Mei Lin",
  department: "Service",
  at: "2027-02-03T10:00:00Z",
};
const thread = "comment-0000000000001";

const people = {
  [`GET /plans/${PLAN.id}/people`]: {
    members: [
      { participant: "participant-ada-00001", name: "Ada Rossi", department: "Sales", role: "facilitator" },
    ],
    guests: [
      {
        participant: mei.key,
        name: mei.name,
        department: mei.department,
        role: "participant",
        joined_at: mei.at,
        removed: false,
      },
    ],
  },
};

function planWithThread(role: "participant" | "viewer" = "participant"): LiveSession {
  return createLocalSession(
    {
      stakeholders: [{ id: cio, name: "Chief information officer" }],
      comments: [
        { id: thread, about: `stakeholders/${cio}/stance`, text: "Is she really a sceptic?", written: mei },
      ],
    },
    { role },
  );
}

function Discussion() {
  const { togglePanel, openThread, openIn } = useComments();
  return (
    <>
      <output>{openIn("stakeholders")}</output>
      <button type="button" onClick={togglePanel}>
        Open
      </button>
      <button type="button" onClick={() => openThread({ section: "stakeholders", id: cio, field: null })}>
        Open at the officer
      </button>
      <CommentsPanel here={here} isOver={false} />
    </>
  );
}

async function open(live: LiveSession, button = "Open") {
  const scene = await stage(live, <Discussion />, { answers: people });
  await scene.user.click(screen.getByRole("button", { name: button }));
  return scene;
}

/** The comments that are not in the bin, as the plan holds them. */
const kept = (live: LiveSession) => live.rows.rows("comments").map(({ values }) => values);

describe("the discussion", () => {
  it("shows threads with their place and counts those that are open", async () => {
    await open(planWithThread());
    expect(screen.getByText("Is she really a sceptic?")).toBeTruthy();
    expect(screen.getByText(/Stakeholders · Chief information officer · Stance/)).toBeTruthy();
    expect(document.querySelector("output")?.textContent).toBe("1");
  });

  it("begins a thread at the record it was opened from", async () => {
    const live = planWithThread();
    const { user } = await open(live, "Open at the officer");
    await user.type(screen.getByRole("textbox", { name: /Chief information officer/ }), "She met Ana.");
    await user.click(screen.getByRole("button", { name: "Send" }));
    expect(kept(live).at(-1)).toMatchObject({
      about: `stakeholders/${cio}`,
      text: "She met Ana.",
      thread: null,
    });
    expect(kept(live).at(-1)?.written).toMatchObject({ name: "Ada Rossi" });
    expect(await screen.findByText("She met Ana.")).toBeTruthy();
  });

  it("takes an answer into the thread", async () => {
    const live = planWithThread();
    const { user } = await open(live);
    await user.click(screen.getByRole("button", { name: "Reply" }));
    await user.type(
      screen.getByRole("textbox", { name: "Reply" }),
      "Since March.{Control>}{Enter}{/Control}",
    );
    expect(kept(live).at(-1)).toMatchObject({ thread, text: "Since March." });
    expect(document.querySelector("output")?.textContent).toBe("1");
  });

  it("settles a thread with a remark of one's own, and opens it again", async () => {
    const live = planWithThread();
    const { user } = await open(live);
    await user.click(screen.getByRole("button", { name: "Resolve" }));
    expect(document.querySelector("output")?.textContent).toBe("0");
    expect(screen.queryByText("Is she really a sceptic?")).toBeNull();
    await user.click(screen.getByRole("radio", { name: /Resolved/ }));
    expect(screen.getByText(/Resolved by Ada Rossi/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Reopen" }));
    expect(document.querySelector("output")?.textContent).toBe("1");
  });

  it("lets people change and take away their own words only", async () => {
    const live = planWithThread();
    const { user } = await open(live);
    expect(screen.queryByRole("button", { name: "Edit" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Reply" }));
    await user.type(
      screen.getByRole("textbox", { name: "Reply" }),
      "Since March.{Control>}{Enter}{/Control}",
    );
    await user.click(screen.getByRole("button", { name: "Edit" }));
    const field = screen.getByRole("textbox", { name: "Edit" });
    await user.clear(field);
    await user.type(field, "Since April.");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(kept(live).at(-1)?.text).toBe("Since April.");
    await user.click(screen.getByRole("button", { name: "Remove" }));
    expect(kept(live)).toHaveLength(1);
  });

  it("offers people after an @ and keeps whom it meant", async () => {
    const live = planWithThread();
    const { user } = await open(live);
    const field = screen.getByRole("textbox", { name: /Comment on/ });
    await user.type(field, "@me");
    const names = await screen.findByRole("listbox", { name: "Mention somebody" });
    expect(within(names).getByText("Mei Lin")).toBeTruthy();
    await user.keyboard("{Enter}");
    await user.type(field, "please look");
    await user.click(screen.getByRole("button", { name: "Send" }));
    expect(kept(live).at(-1)).toMatchObject({ text: "@Mei Lin please look", mentions: [mei.key] });
  });

  it("keeps words that were begun when the panel is closed", async () => {
    const { user } = await open(planWithThread());
    await user.type(screen.getByRole("textbox", { name: /Comment on/ }), "Half a thought");
    await user.click(screen.getByRole("button", { name: "Open" }));
    await user.click(screen.getByRole("button", { name: "Open" }));
    const field: HTMLTextAreaElement = screen.getByRole("textbox", { name: /Comment on/ });
    expect(field.value).toBe("Half a thought");
  });

  it("is for reading only to those who may not speak", async () => {
    await open(planWithThread("viewer"));
    expect(screen.getByText("Is she really a sceptic?")).toBeTruthy();
    for (const name of ["Reply", "Resolve", "Send"]) {
      expect(screen.queryByRole("button", { name })).toBeNull();
    }
    expect(screen.queryByRole("textbox")).toBeNull();
  });
});

describe("whoever is mentioned", () => {
  const asksMe = {
    id: "comment-0000000000002",
    about: `stakeholders/${cio}`,
    text: "@Ada Rossi do you know her?",
    mentions: ["participant-ada-00001"],
    written: mei,
  };
  const button = (name: RegExp) => screen.findByRole("button", { name });

  async function asked(...more: Readonly<Record<string, Value>>[]) {
    const live = createLocalSession(
      { stakeholders: [{ id: cio, name: "Chief information officer" }], comments: [asksMe, ...more] },
      { role: "participant" },
    );
    return stage(live, <AskedDiscussion />, { answers: people });
  }

  function AskedDiscussion() {
    return (
      <>
        <CommentsButton />
        <CommentsPanel here={here} isOver={false} />
      </>
    );
  }

  it("is told so beside the number of comments, and is led to what waits for them", async () => {
    const { user } = await asked();
    await user.click(await button(/1 comment\. 1 comment waits for your word/u));
    expect(screen.getByRole("radio", { name: "Mine 1" })).toHaveProperty("checked", true);
    expect(screen.getByText(/do you know her/u)).toBeTruthy();
  });

  it("is left in peace once they have answered", async () => {
    const at = "2027-02-04T10:00:00Z";
    const written = { key: "participant-ada-00001", name: "Ada Rossi", department: "Sales", at };
    await asked({ id: "comment-0000000000003", thread: asksMe.id, text: "Yes.", written });
    expect((await button(/comment/u)).textContent).toBe("1 comment");
  });
});
