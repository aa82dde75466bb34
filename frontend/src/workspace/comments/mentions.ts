export interface Mentionable {
  participant: string;
  name: string;
  department: string;
}

/** The beginning of a mention that the caret stands in: where its @ is, and what follows it. */
export interface OpenMention {
  from: number;
  typed: string;
}

const LONGEST_NAME_TYPED = 40;

/** Find the @ that somebody is typing a name after, or null. An @ inside a word is an e-mail address. */
export function mentionAt(text: string, caret: number): OpenMention | null {
  const from = text.lastIndexOf("@", caret - 1);
  if (from < 0 || caret - from > LONGEST_NAME_TYPED) return null;
  if (from > 0 && /[\p{L}\p{N}]/u.test(text[from - 1] ?? "")) return null;
  const typed = text.slice(from + 1, caret);
  return /[\n@]|^\s/.test(typed) ? null : { from, typed };
}

/** Put a name where the mention was begun; returns the text and where the caret goes. */
export function completeMention(
  text: string,
  caret: number,
  { from }: OpenMention,
  name: string,
): { text: string; caret: number } {
  const written = `@${name} `;
  const rest = text.slice(caret).replace(/^ /, "");
  return { text: text.slice(0, from) + written + rest, caret: from + written.length };
}

/** Who is mentioned in a text: those whose whole name follows an @. */
export function mentionedIn(text: string, people: readonly Mentionable[]): string[] {
  return partsOf(text, people).flatMap((part) => (part.mention ? [part.mention] : []));
}

export interface TextPart {
  text: string;
  /** The participant mentioned, null for plain words. */
  mention: string | null;
}

/** Cut a text into plain words and mentions. Of names that begin alike the longest is meant. */
export function partsOf(text: string, people: readonly Mentionable[]): TextPart[] {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
  const parts: TextPart[] = [];
  let plainFrom = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const person = longestFirst.find(({ name }) => name !== "" && text.startsWith(name, at + 1));
    if (!person) continue;
    if (at > plainFrom) parts.push({ text: text.slice(plainFrom, at), mention: null });
    plainFrom = at + 1 + person.name.length;
    parts.push({ text: text.slice(at, plainFrom), mention: person.participant });
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), mention: null });
  return parts;
}
