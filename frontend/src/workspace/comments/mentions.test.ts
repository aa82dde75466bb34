import { expect, it } from "vitest";
import { completeMention, mentionAt, mentionedIn, partsOf } from "./mentions";

const people = [
  { participant: "ana", name: "Ana", department: "Sales" },
  { participant: "ana-rossi", name: "Ana Rossi", department: "Finance" },
];

it("an @ at the start of a word opens a mention, one inside a word does not", () => {
  expect(mentionAt("ask @An", 7)).toEqual({ from: 4, typed: "An" });
  expect(mentionAt("ana@firm", 8)).toBeNull();
  expect(mentionAt("no mention", 4)).toBeNull();
});

it("a mention ends with its line", () => {
  expect(mentionAt("@An\nmore", 8)).toBeNull();
});

it("choosing a name puts it in and the caret after it", () => {
  expect(completeMention("ask @An today", 7, { from: 4, typed: "An" }, "Ana Rossi")).toEqual({
    text: "ask @Ana Rossi today",
    caret: 15,
  });
});

it("of two names that begin alike the longer one is meant", () => {
  expect(mentionedIn("@Ana Rossi and @Ana", people)).toEqual(["ana-rossi", "ana"]);
});

it("the parts of a text are the text", () => {
  const text = "@Ana, see @nobody and @Ana Rossi.";
  expect(
    partsOf(text, people)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});
