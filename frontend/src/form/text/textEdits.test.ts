import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { applyEdit, caretAfter, type Delta, rebase, smallestEdit } from "./textEdits";

describe("the smallest edit", () => {
  test("is nothing when nothing changed", () => {
    expect(smallestEdit("same", "same", 2)).toBeNull();
  });

  test("of one more letter among equal ones is where the caret says", () => {
    expect(smallestEdit("aaa", "aaaa", 1)).toEqual({ at: 0, remove: 0, insert: "a" });
    expect(smallestEdit("aaa", "aaaa", 4)).toEqual({ at: 3, remove: 0, insert: "a" });
  });

  test("of a letter taken away among equal ones is before the caret", () => {
    expect(smallestEdit("aaa", "aa", 1)).toEqual({ at: 1, remove: 1, insert: "" });
  });

  test("of a replaced word spares the words around it", () => {
    expect(smallestEdit("grow with us", "grow for us", 8)).toEqual({ at: 5, remove: 4, insert: "for" });
  });

  test("never cuts a character outside the basic plane in two", () => {
    const edit = smallestEdit("a😀b", "a😁b", 3);
    expect(edit).toEqual({ at: 1, remove: 2, insert: "😁" });
  });

  test("made by the browser with the caret elsewhere is small too", () => {
    expect(smallestEdit("one two three", "one 2 three", 0)).toEqual({ at: 4, remove: 3, insert: "2" });
  });

  test("always leads from the one text to the other, whatever the caret", () => {
    const chance = chanceFrom(7);
    for (let round = 0; round < 2000; round++) {
      const [before, after] = [randomText(chance), randomText(chance)];
      const edit = smallestEdit(before, after, chance(after.length + 1));
      expect(edit === null ? before : applyEdit(before, edit)).toBe(after);
    }
  });
});

describe("a caret", () => {
  test("moves with what is written before it and stays for what is written behind it", () => {
    expect(caretAfter([{ insert: "abc" }], 5)).toBe(8);
    expect(caretAfter([{ retain: 6 }, { insert: "abc" }], 5)).toBe(5);
  });

  test("stays before what somebody writes right at it", () => {
    expect(caretAfter([{ retain: 5 }, { insert: "abc" }], 5)).toBe(5);
  });

  test("inside removed text lands where the text was", () => {
    expect(caretAfter([{ retain: 2 }, { delete: 6 }], 5)).toBe(2);
  });
});

describe("an edit made while others wrote", () => {
  test("removes only what is still there and nothing of theirs", () => {
    const edit = { at: 2, remove: 6, insert: "X" };
    const deltas: Delta[] = [[{ retain: 4 }, { insert: "NEW" }], [{ delete: 1 }]];
    // They turned "abcdefghij" into "bcdNEWefghij"; I replaced "cdefgh" by "X".
    expect(rebase(edit, deltas).reduce(applyEdit, "bcdNEWefghij")).toBe("bXNEWij");
  });

  test("keeps every character of both, as a shared text would", () => {
    const chance = chanceFrom(11);
    for (let round = 0; round < 500; round++) expectBothKept(chance);
  });
});

/** Type into a copy of a shared text while another person changes it, and compare with Yjs's own merge. */
function expectBothKept(chance: (below: number) => number) {
  const text = new Y.Doc().getText();
  text.insert(0, randomText(chance));
  const base = text.toString();
  const deltas: Delta[] = [];
  text.observe((event) => deltas.push(event.delta));
  for (let other = 0; other < 3; other++) changeAtRandom(text, chance, "OTHER");
  const at = chance(base.length + 1);
  const remove = chance(base.length - at + 1);
  const theirs = (text.toString().match(/[A-Z]/gu) ?? []).join("");
  for (const edit of rebase({ at, remove, insert: "mine" }, deltas)) {
    text.delete(edit.at, edit.remove);
    text.insert(edit.at, edit.insert);
  }
  expect((text.toString().match(/[A-Z]/gu) ?? []).join("")).toBe(theirs);
  expect(text.toString()).toContain("mine");
}

function changeAtRandom(text: Y.Text, chance: (below: number) => number, insert: string) {
  const at = chance(text.length + 1);
  text.insert(at, insert.slice(0, 1 + chance(insert.length)));
  const from = chance(text.length);
  text.delete(from, Math.min(chance(3), text.length - from));
}

/** A small generator (Park and Miller 1988), so that a failing round can be repeated. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function randomText(chance: (below: number) => number): string {
  return Array.from({ length: chance(12) }, () => ["a", "b", "a", "😀", "😁", " "][chance(6)]).join("");
}
