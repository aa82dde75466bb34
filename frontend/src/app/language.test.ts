import { expect, test } from "vitest";
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
  const known = new Set(
    [...keysOf(shell), ...keysOf(pages)].map((key) => key.replace(/_(zero|one|other)$/, "")),
  );
  const asked = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/\bt\(\s*"(?:shell:)?([^"]+)"/g)].map(([, key]) => ({ file, key: key ?? "" })),
  );
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter(({ key }) => !known.has(key))).toEqual([]);
});

function keysOf(catalogue: object, above = ""): string[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
    const path = above ? `${above}.${key}` : key;
    return typeof value === "object" && value !== null ? keysOf(value, path) : [path];
  });
}
