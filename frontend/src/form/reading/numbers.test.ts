import { describe, expect, test } from "vitest";
import { readNumber } from "./numbers";

function value(typed: string, language = "en", unit = "") {
  return readNumber(typed, language, unit)?.value ?? null;
}

describe("numbers as people type them", () => {
  test.each([
    ["1200", 1200],
    ["1,200,000", 1_200_000],
    ["1.2m", 1_200_000],
    ["1.2 M", 1_200_000],
    ["1.1m", 1_100_000],
    ["3 million", 3_000_000],
    ["2bn", 2_000_000_000],
    ["12k", 12_000],
    ["1 200 000,50", 1_200_000.5],
    ["1\u202f200\u202f000,50", 1_200_000.5],
    ["1.200.000", 1_200_000],
    ["1.234.567,89", 1_234_567.89],
    ["1,234,567.89", 1_234_567.89],
    ["12,34,567", 1_234_567],
    ["1'200'000", 1_200_000],
    ["1,5", 1.5],
    ["1,500", 1500],
    ["1.500", 1.5],
    ["0.250", 0.25],
    [".5", 0.5],
    ["5.", 5],
    ["40 %", 40],
    ["-3", -3],
    ["−3", -3],
    ["3-", -3],
    ["(500)", -500],
    ["+7", 7],
    ["-0", 0],
    ["3万", 30_000],
    ["1.5亿", 150_000_000],
    ["１２", 12],
  ])("%s in English is %d", (typed, expected) => {
    expect(value(typed)).toBe(expected);
  });

  test.each([
    ["1.200", 1200],
    ["1,200", 1.2],
    ["1.200,5", 1200.5],
    ["1,2 mln", 1_200_000],
    ["1.2m", 1_200_000],
    ["5 mila", 5000],
    ["2 miliardi", 2_000_000_000],
  ])("%s in Italian is %d", (typed, expected) => {
    expect(value(typed, "it")).toBe(expected);
  });

  test.each(["", "about ten", "1,2,3", "1.2.3", "12 apples", "--4", "1,23,4", ".", "1e5", "k"])(
    "%j is not a number",
    (typed) => {
      expect(value(typed)).toBeNull();
    },
  );

  test("the field's own unit may be typed after the number", () => {
    expect(value("12 days", "en", "day")).toBe(12);
    expect(value("1 Day", "en", "day")).toBe(1);
    expect(value("3 Tage", "de", "day")).toBe(3);
    expect(value("12 weeks", "en", "day")).toBeNull();
  });

  test.each([
    ["€ 1.2k", 1200, "EUR"],
    ["1200€", 1200, "EUR"],
    ["$5m", 5_000_000, "USD"],
    ["CHF 1'200", 1200, "CHF"],
    ["1200 sek", 1200, "SEK"],
    ["-£20", -20, "GBP"],
  ])("%s is %d in %s", (typed, expected, currency) => {
    expect(readNumber(typed, "en")).toEqual({ value: expected, currency });
  });

  test("a multiple of three letters is not taken for a currency", () => {
    expect(readNumber("2 mln", "en")).toEqual({ value: 2_000_000, currency: null });
  });
});
