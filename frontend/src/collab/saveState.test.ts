import { expect, test } from "vitest";
import { type SaveFacts, saveStateOf } from "./saveState";

const online: SaveFacts = {
  connection: { status: "online", people: 1 },
  isViewer: false,
  unsaved: 0,
  isKept: true,
  isBehind: false,
  rejection: null,
};
const cutOff = { status: "offline", since: new Date(0), unsavedEdits: 3 } as const;
const offline: SaveFacts = { ...online, connection: cutOff };

test.each<[string, SaveFacts, object]>([
  ["nothing waits", online, { state: "saved" }],
  [
    "the server has not answered yet",
    { ...online, connection: { status: "connecting" } },
    { state: "connecting" },
  ],
  ["edits wait for their receipt", { ...online, unsaved: 3 }, { state: "saving", edits: 3 }],
  ["edits wait for the network", { ...offline, unsaved: 3 }, { state: "offline", edits: 3 }],
  [
    "edits wait for the server's storage",
    { ...offline, unsaved: 3, connection: { ...cutOff, cannotSave: true } },
    { state: "offline", edits: 3, cannotSave: true },
  ],
  [
    "this device is still writing down what it keeps",
    { ...offline, unsaved: 3, isBehind: true },
    { state: "saving", edits: 3 },
  ],
  [
    "edits wait and nothing keeps them",
    { ...offline, unsaved: 3, isKept: false },
    { state: "not_saved", code: "not_kept" },
  ],
  ["a viewer reads", { ...online, isViewer: true }, { state: "read_only" }],
  [
    "something was rejected",
    { ...online, rejection: { code: "invalid", message: "At most 200 characters." } },
    { state: "not_saved", code: "invalid", message: "At most 200 characters." },
  ],
  [
    "the person may not come in",
    { ...online, connection: { status: "refused", code: "removed", message: "" } },
    { state: "not_saved", code: "removed" },
  ],
])("when %s the page says so", (_when, facts, said) => {
  expect(saveStateOf(facts)).toMatchObject(said);
});
