import { describe, expect, test } from "vitest";
import form from "../../locales/en/form.json";
import { plan } from "../../schema/plan.generated";
import { fieldIn, lookupOf } from "../description";
import { type Circumstances, type Typed, writingOf } from "./writing";

const around: Circumstances = {
  locale: "en-GB",
  currency: "EUR",
  today: "2026-11-21",
  dayWords: form.day.words,
};

function typed(path: string, text: string, circumstances = around): Typed | undefined {
  const [section = "", key = ""] = path.split("/");
  const described = lookupOf(plan).sections.get(section);
  const field = described && fieldIn(described, key);
  return field ? writingOf(field, circumstances)?.read(text) : undefined;
}

describe("typing as a value", () => {
  test.each([
    ["stakeholders/name", "  Ana  ", "Ana"],
    ["stakeholders/name", "", null],
    ["profile/website", "www.example.com", "https://www.example.com"],
    ["profile/website", "http://example.com/a?b", "http://example.com/a?b"],
    ["stakeholders/email", "ana@example.com", "ana@example.com"],
    ["actions/cost", "1.2m", 1_200_000],
    ["actions/cost", "€ 1.2k", 1200],
    ["actions/progress", "40 %", 40],
    ["actions/due", "in 2 weeks", "2026-12-05"],
    ["actions/due", "", null],
    ["profile/customer_since", "FY27", 2027],
    ["profile/customer_since", "'09", 2009],
    ["profile/customer_since", "2026/27", 2027],
  ])("%s takes %j", (path, text, value) => {
    expect(typed(path, text)).toEqual({ value });
  });

  test.each([
    ["stakeholders/name", "x".repeat(201), "too_long"],
    ["stakeholders/name", "bell\u0007", "control_characters"],
    ["profile/website", "ftp://example.com", "web_link"],
    ["stakeholders/email", "ana at example", "email"],
    ["actions/cost", "-1", "too_low"],
    ["actions/cost", "$5", "other_currency"],
    ["actions/effort", "€5", "no_currency"],
    ["actions/progress", "140", "too_high"],
    ["profile/employees", "1.5", "whole"],
    ["profile/customer_since", "long ago", "year"],
    ["profile/customer_since", "1400", "too_low"],
    ["actions/due", "someday", "day"],
  ])("%s refuses %j", (path, text, code) => {
    expect(typed(path, text)).toMatchObject({ problem: { code } });
  });

  test("a sign that several currencies share is taken for the expected one", () => {
    expect(typed("actions/cost", "$5", { ...around, currency: "CAD" })).toEqual({ value: 5 });
    expect(typed("actions/cost", "¥5", { ...around, currency: "JPY" })).toEqual({ value: 5 });
  });

  test("characters are counted as the server counts them", () => {
    expect(typed("stakeholders/name", "😀".repeat(200))).toMatchObject({ value: "😀".repeat(200) });
  });
});

test("every problem has its sentence", () => {
  const codes = [
    "too_long",
    "control_characters",
    "email",
    "web_link",
    "number",
    "whole",
    "too_low",
    "too_high",
    "day",
    "year",
    "no_currency",
    "other_currency",
    "full",
  ];
  expect(Object.keys(form.problem).sort()).toEqual(codes.sort());
});
