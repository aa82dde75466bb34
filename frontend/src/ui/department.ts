/** Twelve hues of one lightness: white letters on them read 4.7 : 1 or better, and they stand out 3 : 1 from the
    dark panel. Nobody has to tell departments apart by these alone; the name is always beside or in the label. */
const PALETTE = [
  "#0d7f87",
  "#8e59c0",
  "#b4541d",
  "#3b73b0",
  "#5b7a29",
  "#c73d6b",
  "#6767c5",
  "#976826",
  "#2a7e54",
  "#ae47a5",
  "#cc3b33",
  "#677383",
] as const;

/** Departments nearly every workshop has, in the palette's order, so that they never share a colour. */
export const USUAL_DEPARTMENTS = [
  "sales",
  "engineering",
  "service",
  "finance",
  "supply chain",
  "marketing",
  "management",
  "operations",
  "quality",
  "legal",
] as const;

/** The department's colour: the same for everyone, everywhere, without anybody having to agree on it. */
export function colorOf(department: string): string {
  const name = department.trim().toLocaleLowerCase("en");
  const usual = (USUAL_DEPARTMENTS as readonly string[]).indexOf(name);
  return PALETTE[usual >= 0 ? usual : hashOf(name) % PALETTE.length] ?? PALETTE[0];
}

/** FNV-1a (Fowler, Noll and Vo 1991), 32 bits: spreads short, similar names well. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}

/** One or two letters that stand for a name; of names without Latin letters, the first sign. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = [...(words[0] ?? "?")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}
