/** Letters of a matrix of responsibilities, counted. */

import type { Row } from "../../collab";

export const LETTERS = ["R", "A", "C", "I"] as const;
export type Letter = (typeof LETTERS)[number];

/** How often each letter is said of a person (or of a workstream), without letters nobody has. */
export function countLetters(
  rows: readonly Row[],
  field: "member" | "workstream",
): Map<string, [Letter, number][]> {
  const counts = new Map<string, Map<Letter, number>>();
  for (const { values } of rows) {
    const letter = LETTERS.find((one) => one === values.letter);
    const of = values[field];
    if (letter === undefined || typeof of !== "string") continue;
    const own = counts.get(of) ?? new Map<Letter, number>();
    own.set(letter, (own.get(letter) ?? 0) + 1);
    counts.set(of, own);
  }
  return new Map(
    [...counts].map(([id, own]) => [
      id,
      LETTERS.flatMap((letter): [Letter, number][] => {
        const count = own.get(letter);
        return count === undefined ? [] : [[letter, count]];
      }),
    ]),
  );
}
