import * as Y from "yjs";

/** The words of formatted text, one line a block, as `planning.rich_text.words_of` reads them. */
export function wordsOf(fragment: Y.XmlFragment): string {
  return linesOf(fragment, false).join("\n").trim();
}

function linesOf(node: Y.XmlFragment | Y.XmlElement, isParagraph: boolean): string[] {
  const lines: string[] = [];
  let inline = "";
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) inline += plainText(child);
    else if (child instanceof Y.XmlElement) {
      if (child.nodeName === "hardBreak") inline += "\n";
      else lines.push(...linesOf(child, child.nodeName === "paragraph"));
    }
  }
  if (inline !== "" || isParagraph) lines.push(inline);
  return lines;
}

function plainText(text: Y.XmlText): string {
  const pieces: { insert?: unknown }[] = text.toDelta();
  return pieces.map((piece) => (typeof piece.insert === "string" ? piece.insert : "")).join("");
}

/** Replace formatted text by plain paragraphs, unless its words are these already. */
export function replaceWords(fragment: Y.XmlFragment, words: string): void {
  if (words === wordsOf(fragment)) return;
  fragment.delete(0, fragment.length);
  insertWords(fragment, words);
}

/** Write plain paragraphs, one a line, into formatted text that is empty. */
export function insertWords(fragment: Y.XmlFragment, words: string): void {
  if (words === "") return;
  const paragraphs = words.split("\n").map((line) => {
    const paragraph = new Y.XmlElement("paragraph");
    if (line !== "") paragraph.insert(0, [new Y.XmlText(line)]);
    return paragraph;
  });
  fragment.insert(0, paragraphs);
}

/** Turn a shared text into `wanted`, touching only what differs, so that others' typing around it stays. */
export function spliceText(text: Y.Text, wanted: string): void {
  const current = text.toString();
  const most = Math.min(current.length, wanted.length);
  let start = 0;
  while (start < most && current[start] === wanted[start]) start += 1;
  // Half a character beyond the basic plane is none: others would read a replacement mark.
  if (isHighHalf(current[start - 1])) start -= 1;
  let end = 0;
  while (end < most - start && current.at(-1 - end) === wanted.at(-1 - end)) end += 1;
  if (isLowHalf(current[current.length - end])) end -= 1;
  const insert = wanted.slice(start, wanted.length - end);
  if (current.length - end > start) text.delete(start, current.length - end - start);
  if (insert !== "") text.insert(start, insert);
}

function isHighHalf(unit = ""): boolean {
  return unit >= "\ud800" && unit <= "\udbff";
}

function isLowHalf(unit = ""): boolean {
  return unit >= "\udc00" && unit <= "\udfff";
}
