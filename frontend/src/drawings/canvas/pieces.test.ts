import { expect, it } from "vitest";
import { keeping } from "./pieces";
import { lineSelected, NOTHING, onlyPiece, selectedBy, selectionOf, toggled } from "./selection";

it("what is made of the same input is the same object, until it is gone for a while", () => {
  const make = keeping((x: number) => ({ x }));
  const [a, b] = make([
    { id: "a", input: [1] },
    { id: "b", input: [2] },
  ]);
  const [again, changed] = make([
    { id: "a", input: [1] },
    { id: "b", input: [3] },
  ]);
  expect(again).toBe(a);
  expect(changed).not.toBe(b);
  expect(changed).toEqual({ x: 3 });
});

it("a click chooses what it says, and another object only when that changes something", () => {
  const one = selectedBy(lineSelected("line"), [{ type: "select", id: "a", selected: true }]);
  expect(onlyPiece(one)).toBe("a");
  expect(one.line).toBeNull();
  expect(selectedBy(one, [{ type: "select", id: "a", selected: true }])).toBe(one);
  expect(selectedBy(one, [{ type: "remove", id: "a" }])).toBe(one);
});

it("of several chosen pieces none is the only one", () => {
  const two = toggled(selectionOf("a"), "b");
  expect(onlyPiece(two)).toBeNull();
  expect(onlyPiece(toggled(two, "a"))).toBe("b");
  expect(onlyPiece(NOTHING)).toBeNull();
});
