import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Role } from "../../api";
import { createLocalSession } from "../../collab";
import { useWorkspace } from "../frame/workspaceContext";
import { PLAN, stage } from "../testing/Scene";
import { ShareDialog } from "./ShareDialog";

function Door() {
  const { show } = useWorkspace();
  return (
    <>
      <button type="button" onClick={() => show("share")}>
        Share
      </button>
      <ShareDialog />
    </>
  );
}

/** A server with one guest at the plan, that opens and closes its door as it is told. */
function server(code: string | null, address = "https://tavolo.example") {
  let door = code;
  let codes = 0;
  let guest: { role: Role; removed: boolean } = { role: "participant", removed: false };
  const doorAnswer = () =>
    door === null
      ? { code: null, link: null, qr_svg: null, expires_at: null }
      : {
          code: door,
          link: `${address}/join/${door}`,
          qr_svg: "<svg xmlns='http://www.w3.org/2000/svg'/>",
          expires_at: "2027-02-04T10:00:00Z",
        };
  const at = `/plans/${PLAN.id}`;
  return {
    [`GET ${at}/join-code`]: doorAnswer,
    [`POST ${at}/join-code`]: () => {
      door = `NEWCODE${++codes}`;
      return doorAnswer();
    },
    [`DELETE ${at}/join-code`]: () => {
      door = null;
      return null;
    },
    [`GET ${at}/people`]: () => ({
      members: [{ participant: "p-ada", name: "Ada Rossi", department: "Sales", role: "facilitator" }],
      guests: [
        {
          id: "guest-mei",
          participant: "p-mei",
          name: "Mei Lin",
          department: "Service",
          joined_at: "2027-02-03T10:00:00Z",
          ...guest,
        },
      ],
    }),
    [`PATCH ${at}/guests/guest-mei`]: (body: unknown) => {
      guest = { ...guest, ...(body as { role: Role }) };
      return null;
    },
    [`DELETE ${at}/guests/guest-mei`]: () => {
      guest = { ...guest, removed: true };
      return null;
    },
  };
}

async function open(code: string | null, address?: string) {
  const scene = await stage(createLocalSession(), <Door />, { answers: server(code, address) });
  await scene.user.click(screen.getByRole("button", { name: "Share" }));
  return scene;
}

describe("sharing a plan", () => {
  it("shows code, link and QR code", async () => {
    await open("ABCDEFGH");
    expect(await screen.findByText("ABCD EFGH")).toBeTruthy();
    const link: HTMLInputElement = screen.getByRole("textbox", { name: "Link" });
    expect(link.value).toBe("https://tavolo.example/join/ABCDEFGH");
    expect(screen.getByRole("img", { name: "QR code of the link" })).toBeTruthy();
    expect(screen.queryByText(/opens on this computer only/u)).toBeNull();
  });

  it("says until when it works, to the minute", async () => {
    await open("ABCDEFGH");
    expect(await screen.findByText(/^Works until .*2027.*\d:00/u)).toBeTruthy();
  });

  it.each(["http://127.0.0.1:8765", "http://localhost:8765"])(
    "says that phones cannot open %s, and how to start so that they can",
    async (address) => {
      await open("ABCDEFGH", address);
      expect(await screen.findByText(/opens on this computer only.*--host 0\.0\.0\.0/u)).toBeTruthy();
    },
  );

  it("opens a plan that is closed to guests", async () => {
    const { user } = await open(null);
    await user.click(await screen.findByRole("button", { name: "Make a join code" }));
    expect(await screen.findByText("NEWC ODE1")).toBeTruthy();
  });

  it("asks before the present code stops working", async () => {
    const { user } = await open("ABCDEFGH");
    await user.click(await screen.findByRole("button", { name: "New code" }));
    const question = screen.getByRole("dialog", { name: "Make a new code?" });
    expect(screen.getByText("ABCD EFGH")).toBeTruthy();
    await user.click(within(question).getByRole("button", { name: "New code" }));
    expect(await screen.findByText("NEWC ODE1")).toBeTruthy();
  });

  it("closes the plan to new guests", async () => {
    const { user } = await open("ABCDEFGH");
    await user.click(await screen.findByRole("button", { name: "Close to guests" }));
    const question = screen.getByRole("dialog", { name: /Close the plan/ });
    await user.click(within(question).getByRole("button", { name: "Close to guests" }));
    expect(await screen.findByRole("button", { name: "Make a join code" })).toBeTruthy();
  });

  it("makes a guest a reader", async () => {
    const { user } = await open("ABCDEFGH");
    const role = await screen.findByRole("combobox", { name: "What Mei Lin may do" });
    await user.selectOptions(role, "Reader");
    await waitFor(() => {
      const shown: HTMLSelectElement = screen.getByRole("combobox", { name: "What Mei Lin may do" });
      expect(shown.value).toBe("viewer");
    });
  });

  it("removes a guest after asking, and says so", async () => {
    const { user, announced } = await open("ABCDEFGH");
    await user.click(await screen.findByRole("button", { name: "Remove Mei Lin" }));
    const question = screen.getByRole("dialog", { name: "Remove Mei Lin from the plan?" });
    await user.click(within(question).getByRole("button", { name: "Remove" }));
    expect(await screen.findByText("Nobody has joined by code yet.")).toBeTruthy();
    expect(announced()).toBe("Mei Lin is no longer in the plan.");
  });
});
