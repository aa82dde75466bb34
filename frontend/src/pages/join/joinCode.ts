/** Letters and digits of a code, as the server makes them. */
export const CODE_LENGTH = 8;

/**
 * Returns the code in whatever somebody typed or pasted: a code with spaces or hyphens in any case, or a whole link.
 *
 * >>> codeIn("abcd-efgh") === "ABCDEFGH"
 * >>> codeIn("https://tavolo.example/join/ABCDEFGH") === "ABCDEFGH"
 */
export function codeIn(text: string): string {
  const linked = /\/join\/([^/?#\s]+)/i.exec(text)?.[1];
  const signs = (linked ?? text).toUpperCase().replace(/[^A-Z0-9]/g, "");
  return signs.slice(0, CODE_LENGTH);
}

export function isWhole(code: string): boolean {
  return code.length === CODE_LENGTH;
}

/** In two groups of four, as people read it out. */
export function grouped(code: string): string {
  const half = CODE_LENGTH / 2;
  return code.length > half ? `${code.slice(0, half)} ${code.slice(half)}` : code;
}
