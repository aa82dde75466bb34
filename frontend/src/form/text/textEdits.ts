/** Between a text area and a shared text: the smallest edit that a keystroke made, and where things moved. */

export interface TextEdit {
  at: number;
  remove: number;
  insert: string;
}

/** A change of a shared text, as Yjs tells it. */
export type Delta = readonly { retain?: number; insert?: unknown; delete?: number }[];

interface Run {
  at: number;
  length: number;
}

/**
 * Return the smallest edit that turns `before` into `after`, or null when they are equal.
 *
 * `caret` is where the caret stands in `after`. What was typed ends there, which settles where the
 * second "n" of "runner" was typed: two people's edits then merge at the place each of them meant.
 */
export function smallestEdit(before: string, after: string, caret: number): TextEdit | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  const tail = commonTail(before, after, Math.min(most, after.length - caret));
  const head = commonHead(before, after, most - tail);
  // Without a caret at the end of the edit (undo by the browser, a script) the tail may reach further.
  const rest =
    tail +
    commonTail(
      before.slice(0, before.length - tail),
      after.slice(0, after.length - tail),
      most - tail - head,
    );
  return { at: head, remove: before.length - head - rest, insert: after.slice(head, after.length - rest) };
}

function commonHead(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  // Half a surrogate pair is no character; Yjs would store it as a replacement mark.
  return length > 0 && isHighSurrogate(a, length - 1) ? length - 1 : length;
}

function commonTail(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  const first = a.length - length;
  return length > 0 && isHighSurrogate(a, first - 1) && isLowSurrogate(a, first) ? length - 1 : length;
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Return where a caret stands after somebody else's change; text inserted right at it stays behind it. */
export function caretAfter(delta: Delta, caret: number): number {
  let read = 0;
  let moved = caret;
  for (const step of delta) {
    if (read >= caret) break;
    if (step.retain !== undefined) read += step.retain;
    else if (step.delete !== undefined) {
      moved -= Math.min(step.delete, caret - read);
      read += step.delete;
    } else moved += lengthOfInsert(step.insert);
  }
  return moved;
}

/**
 * Return the edits that do to a changed text what `edit` did to the text before `deltas`.
 *
 * Only characters that are still there are removed: what others wrote in between stays. The edits are
 * in the order in which to apply them, from the end of the text to its beginning.
 */
export function rebase(edit: TextEdit, deltas: readonly Delta[]): TextEdit[] {
  let removed: Run[] = edit.remove > 0 ? [{ at: edit.at, length: edit.remove }] : [];
  let at = edit.at;
  for (const delta of deltas) {
    removed = removed.flatMap((run) => survivors(run, delta));
    at = caretAfter(delta, at);
  }
  const removals = removed.map((run) => ({ at: run.at, remove: run.length, insert: "" })).reverse();
  // Whatever is removed lies behind the insertion or begins at it, so the insertion keeps its place.
  return edit.insert === "" ? removals : [...removals, { at, remove: 0, insert: edit.insert }];
}

/** Return the parts of a run of characters that a change left, where they are now. */
function survivors(run: Run, delta: Delta): Run[] {
  const left: Run[] = [];
  const end = run.at + run.length;
  let read = 0;
  let shift = 0;
  const keep = (from: number, to: number) => {
    const [first, last] = [Math.max(from, run.at), Math.min(to, end)];
    if (last > first) left.push({ at: first + shift, length: last - first });
  };
  for (const step of delta) {
    if (step.retain !== undefined) {
      keep(read, read + step.retain);
      read += step.retain;
    } else if (step.delete !== undefined) {
      read += step.delete;
      shift -= step.delete;
    } else shift += lengthOfInsert(step.insert);
  }
  keep(read, end);
  return left;
}

function lengthOfInsert(insert: unknown): number {
  return typeof insert === "string" ? insert.length : 1;
}

/** Return a text after an edit; what tests and a text area's preview compare with. */
export function applyEdit(text: string, edit: TextEdit): string {
  return text.slice(0, edit.at) + edit.insert + text.slice(edit.at + edit.remove);
}
