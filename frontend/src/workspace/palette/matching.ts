import { plain } from "../../form/pick/matching";

/** How well `words` (what was typed) fits `label`: 0 is not at all, more is better.
 *
 * Every typed word must occur. A label that starts with the words comes first, then labels in
 * which they start a word, then the rest; among equals a shorter label wins, because more of it
 * was asked for.
 */
export function fitOf(typed: string, label: string): number {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  const text = plain(label);
  let fit = 0;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    fit += at === 0 ? 4 : startsAWord(text, word) ? 3 : 1;
  }
  return fit / words.length + 1 / (1 + text.length);
}

/** Sort by fit, keep what fits, at most `most`; the given order decides between equals. */
export function bestFits<T>(typed: string, entries: T[], labelOf: (entry: T) => string, most: number): T[] {
  return entries
    .map((entry) => ({ entry, fit: fitOf(typed, labelOf(entry)) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, most)
    .map(({ entry }) => entry);
}

function startsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return true;
  }
  return false;
}
