import { expect, test } from "vitest";
import { readCells, writeCells } from "./spreadsheet";

test("cells are separated by tabs and rows by lines, whatever the system's line ends", () => {
  expect(readCells("a\tb\r\nc\td\r\n")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("a quoted cell may hold tabs, lines and quotation marks", () => {
  expect(readCells('"one\ntwo"\t"say ""hi"""\nnext\t')).toEqual([
    ["one\ntwo", 'say "hi"'],
    ["next", ""],
  ]);
});

test("empty rows are left out", () => {
  expect(readCells("a\n\t\nb\n\n")).toEqual([["a"], ["b"]]);
});

test("what is written reads back", () => {
  const cells = [
    ["plain", "with\ttab"],
    ["with\nline", 'with "quotes"'],
  ];
  expect(readCells(writeCells(cells))).toEqual(cells);
});
