import { expect, test } from "vitest";
import type { PlanShape } from "./shape";
import { createLocalSession, type PlanValues } from "./testing/localSession";

const field = (key: string, kind = "text", system = false) => ({ key, kind, label: key, system });
const ofRecord = [field("order", "order", true), field("removed", "stamp", true)];
const section = { label: "", limit: 100, owned_by: null };

const SHAPE: PlanShape = {
  tools: [
    {
      key: "profile",
      sections: [
        {
          ...section,
          key: "facts",
          many: false,
          columns: [],
          fields: [field("name"), field("vision", "long_text"), field("written", "stamp", true)],
        },
        {
          ...section,
          key: "divisions",
          many: true,
          columns: ["name", "country"],
          fields: [field("name"), field("country"), field("note"), ...ofRecord],
        },
        {
          ...section,
          key: "remarks",
          many: true,
          columns: ["text"],
          owned_by: "written",
          fields: [field("text"), field("written", "stamp"), ...ofRecord],
        },
      ],
    },
  ],
};

function completeness(values: PlanValues) {
  return createLocalSession(values, { shape: SHAPE }).completeness.store.get().profile;
}

test("an empty plan is at 0", () => {
  expect(completeness({})).toBe(0);
});

test("facts count the share of fields that say something, the plan's own left out", () => {
  expect(completeness({ facts: { name: "Contoso" } })).toBe(25);
  expect(completeness({ facts: { name: "Contoso", vision: "Grow." } })).toBe(50);
});

test("a collection counts the filled cells of its columns", () => {
  expect(completeness({ divisions: [{ name: "North", country: "Norway" }, { name: "South" }] })).toBe(38);
  expect(completeness({ divisions: [{ note: "Not a column" }] })).toBe(0);
});

test("sections weigh the same, and what people say about the plan does not count", () => {
  const full = {
    facts: { name: "Contoso", vision: "Grow." },
    divisions: [{ name: "North", country: "Norway" }],
  };
  expect(completeness(full)).toBe(100);
  expect(completeness({ ...full, remarks: [{ text: null }] })).toBe(100);
});

test("it follows edits, and a record in the bin does not count", () => {
  const session = createLocalSession({ divisions: [{ name: "North", country: "Norway" }] }, { shape: SHAPE });
  const id = session.edits.add("divisions") ?? "";
  expect(session.completeness.store.get().profile).toBe(25);
  session.edits.remove("divisions", id);
  expect(session.completeness.store.get().profile).toBe(50);
});
