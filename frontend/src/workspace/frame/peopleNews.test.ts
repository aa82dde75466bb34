import i18next from "i18next";
import { expect, it } from "vitest";
import words from "../../locales/en/workspace.json";
import { peopleNews } from "./peopleNews";

await i18next.init({ lng: "en", resources: { en: { workspace: words } }, defaultNS: "workspace" });
const t = i18next.getFixedT("en", "workspace");
const names = (...present: string[]) => new Map(present.map((name) => [name.toLowerCase(), name]));

it("names who came and who left, in one go", () => {
  expect(peopleNews(names("Ana", "Jonas"), names("Ana", "Mei"), t, "en")).toBe("Mei joined. Jonas left.");
});

it("says nothing while the same people are there", () => {
  expect(peopleNews(names("Ana"), names("Ana"), t, "en")).toBe("");
});

it("counts a crowd instead of naming it", () => {
  expect(peopleNews(names(), names("Ana", "Bo", "Ed", "Mei"), t, "en")).toBe("4 people joined.");
});
