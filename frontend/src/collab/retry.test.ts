import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Retry } from "./retry";

let dials: number[];
let retry: Retry;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  dials = [];
  retry = new Retry(() => dials.push(Date.now()));
});

afterEach(() => {
  vi.useRealTimers();
});

function failTimes(times: number, hasNetwork = true): number[] {
  const waits = [];
  for (let time = 0; time < times; time += 1) {
    const began = Date.now();
    retry.later(hasNetwork);
    vi.advanceTimersByTime(60_000);
    waits.push((dials.at(-1) ?? 0) - began);
  }
  return waits;
}

test("waits grow from 0.3 to 15 seconds", () => {
  expect(failTimes(8)).toEqual([300, 600, 1_200, 2_400, 4_800, 9_600, 15_000, 15_000]);
});

test("success begins anew", () => {
  failTimes(5);
  retry.succeeded();
  expect(failTimes(1)).toEqual([300]);
});

test("without a network it still tries now and then, for a server on this machine", () => {
  expect(failTimes(2, false)).toEqual([15_000, 15_000]);
});

test("people wait differently", () => {
  vi.mocked(Math.random).mockReturnValue(0);
  expect(failTimes(1)).toEqual([225]);
});

test("coming back at once replaces a wait", () => {
  retry.later(true);
  retry.now();
  vi.advanceTimersByTime(1);
  expect(dials).toHaveLength(1);
  vi.advanceTimersByTime(60_000);
  expect(dials).toHaveLength(1);
});
