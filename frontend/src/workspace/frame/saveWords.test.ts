import i18next from "i18next";
import { expect, it } from "vitest";
import type { SaveState } from "../../collab";
import { newsOf, saveWords } from "./saveWords";

const t = i18next.getFixedT("en", "workspace");

it.each<[{ edits: number; cannotSave?: true }, string]>([
  [{ edits: 0 }, "Offline, everything is saved"],
  [{ edits: 2 }, "Offline, 2 edits kept on this device"],
  [{ edits: 0, cannotSave: true }, "The server cannot save now"],
  [{ edits: 1, cannotSave: true }, "Not saved yet, 1 edit kept on this device"],
])("a server that cannot save is not called a lost connection: %o", (state, words) => {
  expect(saveWords({ state: "offline", ...state }, t)).toBe(words);
});

/** What is spoken while the state goes through these, beginning from *saved*. */
function spoken(...states: SaveState["state"][]): string[] {
  let told: SaveState["state"] = "saved";
  return states.flatMap((now) => {
    const news = newsOf(told, now);
    if (news === null) return [];
    told = news;
    return [news];
  });
}

it("typing and being saved is not spoken at all", () => {
  expect(spoken("saving", "saved", "saving", "saving", "saved")).toEqual([]);
});

it("going offline is spoken once, and so is being saved again", () => {
  expect(spoken("saving", "offline", "offline", "saving", "saved")).toEqual(["offline", "saved"]);
});

it("an edit that was not accepted is spoken even in the middle of typing", () => {
  expect(spoken("saving", "not_saved", "saving", "saved")).toEqual(["not_saved", "saved"]);
});
