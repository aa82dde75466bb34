import { describe, expect, it } from "vitest";
import { canvasCommandOf } from "./keys";

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe("on a canvas", () => {
  it("arrows go, with Alt they shift, with Shift further", () => {
    expect(canvasCommandOf({ ...none, key: "ArrowLeft" }, true)).toEqual({ do: "go", direction: "left" });
    expect(canvasCommandOf({ ...none, altKey: true, key: "ArrowUp" }, true)).toEqual({
      do: "shift",
      direction: "up",
      isFar: false,
    });
    expect(canvasCommandOf({ ...none, altKey: true, shiftKey: true, key: "ArrowUp" }, true)).toMatchObject({
      isFar: true,
    });
  });

  it("N adds, L links, other letters and figures begin a name", () => {
    expect(canvasCommandOf({ ...none, key: "n" }, true)).toEqual({ do: "add" });
    expect(canvasCommandOf({ ...none, key: "l" }, true)).toEqual({ do: "link" });
    expect(canvasCommandOf({ ...none, shiftKey: true, key: "L" }, true)).toEqual({ do: "links" });
    expect(canvasCommandOf({ ...none, key: "é" }, true)).toEqual({ do: "rename", typed: "é" });
  });

  it("letters do nothing once somebody has switched single keys off, F2 still renames", () => {
    expect(canvasCommandOf({ ...none, key: "n" }, false)).toBeNull();
    expect(canvasCommandOf({ ...none, key: "w" }, false)).toBeNull();
    expect(canvasCommandOf({ ...none, key: "F2" }, false)).toEqual({ do: "rename", typed: null });
  });

  it("undo and all other keys of the page are left to the page", () => {
    for (const key of ["z", "k", "y"]) {
      expect(canvasCommandOf({ ...none, ctrlKey: true, key }, true)).toBeNull();
    }
    expect(canvasCommandOf({ ...none, ctrlKey: true, key: "a" }, true)).toEqual({ do: "all" });
    expect(canvasCommandOf({ ...none, key: "Tab" }, true)).toBeNull();
    expect(canvasCommandOf({ ...none, shiftKey: true, key: "?" }, true)).toBeNull();
  });
});
