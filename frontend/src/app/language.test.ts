import { expect, test } from "vitest";
import audit from "../locales/en/audit.json";
import pages from "../locales/en/pages.json";
import shell from "../locales/en/shell.json";
import { languageFor } from "./language";

const sources = import.meta.glob<string>(["./*.tsx", "../ui/*.tsx", "../pages/**/*.tsx"], {
  query: "?raw",
  import: "default",
  eager: true,
});

test("the page speaks the first language it knows of those the reader does", () => {
  expect(languageFor(["de-CH", "it-IT", "en"], ["en", "it"])).toBe("it");
  expect(languageFor(["fr"], ["en", "it"])).toBe("en");
  expect(languageFor([], ["en"])).toBe("en");
});

test("every word the pages ask for is in a catalogue", () => {
  const everywhere = new Set([...keysOf(shell), ...keysOf(pages)]);
  const inTheLog = new Set(keysOf(audit));
  const asked = Object.entries(sources).flatMap(([file, source]) => {
    const known = source.includes('useTranslation("audit")') ? inTheLog : everywhere;
    const found = [...source.matchAll(/\bt\(\s*"(?:shell:)?([^"]+)"/g)];
    return found.map(([, key = ""]) => ({ file, key, isKnown: known.has(key) }));
  });
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter(({ isKnown }) => !isKnown)).toEqual([]);
});

function keysOf(catalogue: object, above = ""): string[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
    const path = above ? `${above}.${key}` : key;
    if (typeof value === "object" && value !== null) return keysOf(value, path);
    return [path.replace(/_(zero|one|other)$/, "")];
  });
}
