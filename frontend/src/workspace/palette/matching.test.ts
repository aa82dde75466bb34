import { expect, it } from "vitest";
import { bestFits, fitOf } from "./matching";

const labels = ["Renew the licence", "Licence", "Café lease", "Sublicence"];
const find = (typed: string) => bestFits(typed, labels, (label) => label, 10);

it("what starts with the words comes before what contains them", () => {
  expect(find("lic")).toEqual(["Licence", "Renew the licence", "Sublicence"]);
});

it("every typed word must occur, in any order", () => {
  expect(find("licence renew")).toEqual(["Renew the licence"]);
  expect(find("licence dragon")).toEqual([]);
});

it("accents and capitals do not matter", () => {
  expect(find("CAFE")).toEqual(["Café lease"]);
});

it("nothing typed fits everything equally", () => {
  expect(new Set(labels.map((label) => fitOf("  ", label))).size).toBe(1);
});
