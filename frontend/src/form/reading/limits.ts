/** The hard rules of a field, as the server applies them, so that a wrong value is explained before it is sent. */

import type { NumberField, ScaleField, WordsField } from "../description";

/** What is wrong with a value: a key under `form:problem` and what its sentence speaks of. */
export interface Problem {
  code: string;
  about?: Record<string, string | number>;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters a plan refuses.
const CONTROL_CHARACTERS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/u;
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/u;
const WEB_LINK = /^https?:\/\/[^\s<>"]+$/u;

/** Return what is wrong with text for a field of words, or null. */
export function problemOfWords(field: WordsField, text: string): Problem | null {
  const length = lengthOf(text);
  if (length > field.most) return { code: "too_long", about: { most: field.most, length } };
  if (CONTROL_CHARACTERS.test(text)) return { code: "control_characters" };
  if (text === "") return null;
  if (field.kind === "email" && !EMAIL.test(text)) return { code: "email" };
  if (field.kind === "web_link" && !WEB_LINK.test(text)) return { code: "web_link" };
  return null;
}

/** Return what is wrong with a number for a field, or null. */
export function problemOfNumber(field: NumberField | ScaleField, value: number): Problem | null {
  if (!Number.isFinite(value)) return { code: "number" };
  const whole = field.kind === "scale" || field.whole;
  if (whole && !Number.isInteger(value)) return { code: "whole" };
  if (field.low !== null && value < field.low) return { code: "too_low", about: { low: field.low } };
  if (field.high !== null && value > field.high) return { code: "too_high", about: { high: field.high } };
  return null;
}

/** Characters as the server counts them: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}
