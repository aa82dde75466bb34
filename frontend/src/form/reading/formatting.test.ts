import { describe, expect, test } from "vitest";
import type { Value } from "../../collab";
import { plan } from "../../schema/plan.generated";
import { type FieldDescription, fieldIn, lookupOf } from "../description";
import type { Labels } from "../labels";
import { formatDay, formatMoney, formatValue, type Reader } from "./formatting";

const { sections } = lookupOf(plan);
const declared: Labels = {
  tool: (tool, what) => tool[what],
  section: (section, what) => section[what],
  field: (_section, field, what) => field[what],
  choice: (_section, field, value) =>
    ("choices" in field ? field.choices : "also" in field ? field.also : []).find(
      (one) => one.value === value,
    )?.label ?? value,
  step: (_section, field, value) => (field.kind === "scale" ? (field.labels[value - field.low] ?? "") : ""),
};
const reader: Reader = {
  locale: "en-GB",
  labels: declared,
  currency: "EUR",
  nameOf: (_section, id) => ({ ana: "Ana Ruiz", jonas: "Jonas Keller" })[id] ?? null,
  personNamed: () => null,
  words: { yes: "Yes", no: "No", lost: "No longer in the plan" },
};

function field(section: string, key: string): FieldDescription {
  const described = sections.get(section);
  const found = described && fieldIn(described, key);
  if (!found) throw new Error(`No field ${section}/${key}.`);
  return found;
}

describe("a value in words", () => {
  test.each<[string, string, Value, string]>([
    ["actions", "title", "Renew licence", "Renew licence"],
    ["actions", "due", "2027-05-03", "3 May 2027"],
    ["actions", "status", "to_do", "To do"],
    ["actions", "progress", 40, "40%"],
    ["actions", "cost", 1200000, "€1,200,000"],
    ["actions", "cost", 12.5, "€12.50"],
    ["actions", "effort", 3, "3 days"],
    ["actions", "effort", 1, "1 day"],
    ["actions", "effort", 0.5, "0.5 days"],
    ["team_members", "hours_a_month", 1200, "1,200 hours"],
    ["actions", "shared", true, "Yes"],
    ["actions", "owner", "ana", "Ana Ruiz"],
    ["actions", "owner", "nobody", "No longer in the plan"],
    ["actions", "helpers", ["ana", "jonas"], "Ana Ruiz, Jonas Keller"],
    ["profile", "customer_since", 2009, "2009"],
    ["stakeholders", "stance", -1, "Sceptic"],
    ["ratings", "vendor", "us", "Us"],
    ["actions", "due", null, ""],
  ])("%s.%s", (section, key, value, expected) => {
    expect(formatValue(section, field(section, key), value, reader)).toBe(expected);
  });

  test("an amount is in the record's currency when it says one", () => {
    expect(
      formatValue("value_propositions", field("value_propositions", "benefit"), 500, reader, "USD"),
    ).toBe("$500");
  });

  test("dates and amounts follow the reader's language", () => {
    expect(formatDay("2027-05-03", "de")).toBe("03.05.2027");
    expect(formatMoney(1_200_000, "de", "EUR")).toBe("1.200.000\u00a0€");
  });
});
