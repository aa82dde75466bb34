import { expect, it } from "vitest";
import { commandOf, isTyping, setSingleKeysOn, singleKeysOn } from "./keys";

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

it("Ctrl and ⌘ mean the same", () => {
  for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
    expect(commandOf({ ...none, ...held, key: "k" })).toBe("palette");
    expect(commandOf({ ...none, ...held, key: "z" })).toBe("undo");
    expect(commandOf({ ...none, ...held, shiftKey: true, key: "Z" })).toBe("redo");
  }
});

it("plain letters are no commands, the question mark is", () => {
  expect(commandOf({ ...none, key: "z" })).toBeNull();
  expect(commandOf({ ...none, shiftKey: true, key: "?" })).toBe("shortcuts");
});

it("a letter made with Alt is a letter", () => {
  expect(commandOf({ ...none, ctrlKey: true, altKey: true, key: "z" })).toBeNull();
});

it("a check box is not typed in, a text field is", () => {
  const box = document.createElement("input");
  box.type = "checkbox";
  expect(isTyping(box)).toBe(false);
  expect(isTyping(document.createElement("input"))).toBe(true);
  expect(isTyping(document.createElement("textarea"))).toBe(true);
  expect(isTyping(document.createElement("button"))).toBe(false);
});

it("single keys can be switched off for good", () => {
  setSingleKeysOn(false);
  expect(singleKeysOn()).toBe(false);
  setSingleKeysOn(true);
  expect(singleKeysOn()).toBe(true);
});
