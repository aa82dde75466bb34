/** The fewest signs of a password the server takes. */
export const FEWEST_SIGNS = 10;

export type Strength = { level: "short"; missing: number } | { level: "weak" | "fair" | "strong" };

/**
 * Returns how hard a password is to guess, roughly: by its length in different signs, since length is what counts
 * (NIST SP 800-63B, 2017, appendix A). A hint while typing, not a rule.
 */
export function strengthOf(password: string): Strength {
  const signs = [...password];
  if (signs.length < FEWEST_SIGNS) return { level: "short", missing: FEWEST_SIGNS - signs.length };
  const different = new Set(signs).size;
  if (different < 6) return { level: "weak" };
  return { level: signs.length >= 16 && different >= 9 ? "strong" : "fair" };
}
