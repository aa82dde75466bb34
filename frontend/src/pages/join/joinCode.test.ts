import { describe, expect, test } from "vitest";
import { codeIn, grouped, isWhole } from "./joinCode";

describe("a join code", () => {
  test.each([
    ["ABCD2345", "ABCD2345"],
    ["abcd 2345", "ABCD2345"],
    [" abcd-2345\n", "ABCD2345"],
    ["https://tavolo.example/join/abcd2345", "ABCD2345"],
    ["tavolo.example/join/ABCD2345?from=qr#top", "ABCD2345"],
    ["http://127.0.0.1:8765/join/ABCD-2345", "ABCD2345"],
    ["ABCD2345EXTRA", "ABCD2345"],
    ["ab", "AB"],
    ["", ""],
  ])("in %j is %j", (typed, code) => expect(codeIn(typed)).toBe(code));

  test("is whole at eight signs", () => {
    expect(isWhole("ABCD234")).toBe(false);
    expect(isWhole("ABCD2345")).toBe(true);
  });

  test("reads in two groups while it is typed", () => {
    expect(grouped("ABCD")).toBe("ABCD");
    expect(grouped("ABCD2")).toBe("ABCD 2");
    expect(grouped("ABCD2345")).toBe("ABCD 2345");
  });
});
