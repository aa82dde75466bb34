/** Cells of a spreadsheet as values of new records. */

import type { Value } from "../../collab";
import { type Circumstances, type FieldDescription, type Labels, plain, writingOf } from "../../form";

export interface PastedRecords {
  records: Record<string, Value>[];
  /** What could not be read, as "Due: someday"; the rest of its row is kept. */
  unread: string[];
}

/** What is needed to understand words that stand for something else. */
export interface Understanding {
  section: string;
  around: Circumstances;
  labels: Labels;
  /** The identifier of the live record of this name, or null. */
  recordNamed(section: string, name: string): string | null;
}

/**
 * Return what each row of cells says of a new record.
 *
 * When the first row names fields, it decides which column is which; otherwise the columns are those of
 * the table from the one that was pasted into.
 */
export function recordsIn(
  cells: readonly (readonly string[])[],
  columns: readonly FieldDescription[],
  all: readonly FieldDescription[],
  understanding: Understanding,
): PastedRecords {
  const headed = headings(cells[0] ?? [], all, understanding);
  const fields = headed ?? columns;
  const unread: string[] = [];
  const records = cells.slice(headed === null ? 0 : 1).map((row) => {
    const record: Record<string, Value> = {};
    row.forEach((text, at) => {
      const field = fields[at];
      if (!field || text === "") return;
      const value = understood(field, text, understanding);
      if (value === undefined)
        unread.push(`${understanding.labels.field(understanding.section, field, "label")}: ${text}`);
      else record[field.key] = value;
    });
    return record;
  });
  return { records: records.filter((record) => Object.keys(record).length > 0), unread };
}

/** The fields that a heading row names, or null when it is no heading: every one of its cells must be a field's name. */
function headings(
  cells: readonly string[],
  all: readonly FieldDescription[],
  { section, labels }: Understanding,
): (FieldDescription | undefined)[] | null {
  const named = cells.map((cell) =>
    all.find((field) => plain(labels.field(section, field, "label")) === plain(cell) || field.key === cell),
  );
  return named.length > 0 && named.every((field, at) => field !== undefined || cells[at] === "")
    ? named
    : null;
}

/** Return the value that a cell stands for, or undefined when it cannot be read. */
function understood(field: FieldDescription, text: string, understanding: Understanding): Value | undefined {
  switch (field.kind) {
    case "choice":
      return choiceNamed(field, text, understanding);
    case "choices":
      return listed(text, (one) => choiceNamed(field, one, understanding));
    case "scale":
      return stepNamed(field, text, understanding);
    case "flag":
      return flagNamed(text);
    case "ref":
      return (
        field.also.find((option) =>
          isNamed(understanding.labels.choice(understanding.section, field, option.value), text),
        )?.value ??
        understanding.recordNamed(field.to, text) ??
        undefined
      );
    case "refs":
      return listed(text, (one) => understanding.recordNamed(field.to, one) ?? undefined);
    case "long_text":
    case "rich_text":
      return [...text].length <= field.most ? text : undefined;
    default: {
      const typed = writingOf(field, understanding.around)?.read(text);
      return typed !== undefined && "value" in typed ? typed.value : undefined;
    }
  }
}

function choiceNamed(
  field: FieldDescription & { choices: readonly { value: string }[] },
  text: string,
  { section, labels }: Understanding,
): string | undefined {
  return field.choices.find(
    ({ value }) => isNamed(labels.choice(section, field, value), text) || value === text,
  )?.value;
}

function stepNamed(
  field: FieldDescription & { low: number; high: number },
  text: string,
  { section, labels }: Understanding,
): number | undefined {
  for (let step = field.low; step <= field.high; step++) {
    if (String(step) === text.replace(/^\+/u, "") || isNamed(labels.step(section, field, step), text))
      return step;
  }
  return undefined;
}

const YES = ["true", "yes", "y", "x", "1", "✓", "✔", "sì", "si", "是"];
const NO = ["false", "no", "n", "0", "否"];

function flagNamed(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : undefined;
}

function listed(text: string, read: (one: string) => string | undefined): string[] | undefined {
  const values = text.split(/[;,\n]/u).map((one) => read(one.trim()));
  return values.every((value) => value !== undefined) ? [...new Set(values)] : undefined;
}

function isNamed(label: string, text: string): boolean {
  return label !== "" && plain(label) === plain(text);
}
