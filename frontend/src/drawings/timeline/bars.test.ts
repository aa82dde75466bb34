import { expect, test } from "vitest";
import { datesFrom, extentOf, kindOf, pull } from "./bars";

const BAR = { start: "2027-03-01", due: "2027-03-31" };
const DUE = { start: null, due: "2027-03-31" };
const START = { start: "2027-03-01", due: null };

test("a bar covers its days, and what lacks a day is drawn all the same", () => {
  expect(extentOf(BAR)).toEqual({ first: "2027-03-01", last: "2027-03-31" });
  expect(extentOf(DUE)).toEqual({ first: "2027-03-31", last: "2027-03-31" });
  expect(extentOf(START)).toEqual({ first: "2027-03-01", last: "2027-03-14" });
  expect(extentOf({ start: null, due: null })).toBeNull();
});

test("dates the wrong way round are drawn between them", () => {
  const reversed = { start: "2027-03-31", due: "2027-03-01" };
  expect(kindOf(reversed)).toBe("reversed");
  expect(extentOf(reversed)).toEqual({ first: "2027-03-01", last: "2027-03-31" });
});

test("moving shifts what there is and invents no date", () => {
  expect(pull(BAR, "whole", 2)).toEqual({ start: "2027-03-03", due: "2027-04-02" });
  expect(pull(DUE, "whole", -1)).toEqual({ start: null, due: "2027-03-30" });
  expect(pull(START, "whole", 7)).toEqual({ start: "2027-03-08", due: null });
});

test("an end stops at the other one", () => {
  expect(pull(BAR, "end", -90)).toEqual({ start: "2027-03-01", due: "2027-03-01" });
  expect(pull(BAR, "start", 90)).toEqual({ start: "2027-03-31", due: "2027-03-31" });
});

test("pulling an open end gives the date that was missing", () => {
  expect(pull(START, "end", 1)).toEqual({ start: "2027-03-01", due: "2027-03-15" });
  expect(pull(DUE, "start", -10)).toEqual({ start: "2027-03-21", due: "2027-03-31" });
});

test("an action put on a day takes its effort in working days, or two weeks", () => {
  expect(datesFrom("2027-03-01", 10)).toEqual({ start: "2027-03-01", due: "2027-03-14" });
  expect(datesFrom("2027-03-01", null)).toEqual({ start: "2027-03-01", due: "2027-03-14" });
  expect(datesFrom("2027-03-01", 0.5)).toEqual({ start: "2027-03-01", due: "2027-03-01" });
});
