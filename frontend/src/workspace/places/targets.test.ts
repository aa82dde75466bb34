import { describe, expect, it } from "vitest";
import { formatTarget } from "../../form/places";
import { plan } from "../../schema/plan.generated";
import { isWithin, PAGES, parseTarget, toolOf } from "./targets";

const collection = plan.tools.flatMap((tool) => tool.sections).find((section) => section.many)?.key ?? "";
const facts = plan.tools.flatMap((tool) => tool.sections).find((section) => !section.many)?.key ?? "";
const id = "abcdefghijklmnopqrstu";

describe("a target", () => {
  it("is read back as it was written", () => {
    for (const target of [
      { section: collection, id: null, field: null },
      { section: collection, id, field: null },
      { section: collection, id, field: "name" },
      { section: facts, id: null, field: "industry" },
    ]) {
      expect(parseTarget(formatTarget(target))).toEqual(target);
    }
  });

  it("lies within its record, its record within its section, and not the other way round", () => {
    const section = { section: collection, id: null, field: null };
    const record = { section: collection, id, field: null };
    const field = { section: collection, id, field: "name" };
    expect(isWithin(field, record)).toBe(true);
    expect(isWithin(record, section)).toBe(true);
    expect(isWithin(record, field)).toBe(false);
    expect(isWithin(section, record)).toBe(false);
  });
});

it("every page of the plan leads back to itself from its sections", () => {
  for (const tool of PAGES) {
    for (const section of tool.sections) expect(toolOf(section.key)?.key).toBe(tool.key);
  }
});
