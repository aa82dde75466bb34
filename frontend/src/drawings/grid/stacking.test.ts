import { describe, expect, test } from "vitest";
import type { Stakeholder } from "../stakeholders/person";
import { fieldOf, firstSquare, SQUARES, squareAfter, squareKey, squareOfKey } from "./mendelow";
import { columnWeights, densityOf, stackPeople } from "./stacking";

function person(id: string, power: number | null, interest: number | null): Stakeholder {
  return {
    id,
    name: id,
    title: "",
    side: null,
    division: null,
    power,
    interest,
    stance: null,
    now: null,
    wanted: null,
    boss: null,
    keyContact: null,
  };
}

function crowd(size: number, power: number, interest: number): Stakeholder[] {
  return Array.from({ length: size }, (_, at) => person(`p${at}`, power, interest));
}

describe("the four fields", () => {
  test("are cut at three on both sides", () => {
    expect(fieldOf({ power: 3, interest: 3 })).toBe("key_players");
    expect(fieldOf({ power: 3, interest: 2 })).toBe("keep_satisfied");
    expect(fieldOf({ power: 2, interest: 3 })).toBe("keep_informed");
    expect(fieldOf({ power: 2, interest: 2 })).toBe("monitor");
  });

  test("hold nine, six, six and four of the squares", () => {
    const count = (field: string) => SQUARES.filter((square) => fieldOf(square) === field).length;
    expect(["key_players", "keep_satisfied", "keep_informed", "monitor"].map(count)).toEqual([9, 6, 6, 4]);
  });
});

describe("a square", () => {
  test("is found again by its key, and nothing else is one", () => {
    expect(squareOfKey(squareKey({ power: 4, interest: 2 }))).toEqual({ power: 4, interest: 2 });
    for (const key of ["", "tray", "4", "6/1", "0/3", "a/b"]) expect(squareOfKey(key)).toBeNull();
  });

  test("leads to its neighbour by an arrow key, and not over the edge", () => {
    expect(squareAfter("ArrowUp", { power: 4, interest: 2 })).toEqual({ power: 5, interest: 2 });
    expect(squareAfter("ArrowUp", { power: 5, interest: 2 })).toEqual({ power: 5, interest: 2 });
    expect(squareAfter("ArrowLeft", { power: 5, interest: 1 })).toEqual({ power: 5, interest: 1 });
    expect(squareAfter("x", { power: 1, interest: 1 })).toBeNull();
  });

  test("in the middle is where somebody begins, with what is known of them", () => {
    expect(firstSquare(null, null)).toEqual({ power: 3, interest: 3 });
    expect(firstSquare(5, null)).toEqual({ power: 5, interest: 3 });
  });
});

describe("people on the grid", () => {
  test("stand in their square in the plan's order, and in the tray while one of the two is unknown", () => {
    const people = [person("a", 4, 4), person("b", 4, 4), person("c", 4, null), person("d", null, null)];
    const { bySquare, tray } = stackPeople(people);
    expect(bySquare.get("4/4")?.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(tray.map(({ id }) => id)).toEqual(["c", "d"]);
    expect(bySquare.size).toBe(25);
  });

  test("stand where somebody else holds them", () => {
    const held = new Map([
      ["a", { power: 1, interest: 1 }],
      ["b", null],
    ] as const);
    const { bySquare, tray } = stackPeople([person("a", 4, 4), person("b", 4, 4)], held);
    expect(bySquare.get("1/1")?.map(({ id }) => id)).toEqual(["a"]);
    expect(tray.map(({ id }) => id)).toEqual(["b"]);
  });

  test("are names while they can be read, and rounds in a crowd", () => {
    expect(densityOf(6)).toBe("names");
    expect(densityOf(7)).toBe("rounds");
  });

  test("in a crowd get a wider column, up to three times", () => {
    expect(columnWeights(stackPeople(crowd(6, 3, 2)))).toEqual([1, 1, 1, 1, 1]);
    expect(columnWeights(stackPeople(crowd(12, 3, 2)))).toEqual([1, 1.5, 1, 1, 1]);
    expect(columnWeights(stackPeople(crowd(200, 3, 2)))).toEqual([1, 3, 1, 1, 1]);
  });
});
