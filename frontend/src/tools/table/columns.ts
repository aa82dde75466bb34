/** Which fields a table shows, and how wide each is. */

import { type FieldDescription, fieldIn, fieldsToFill, isNumber, type SectionDescription } from "../../form";

/** The narrow column before the fields: what holds a row to drag, select and open it. */
export const HANDLE = "//row";
const HANDLE_WIDTH = 36;

/** The fields of the columns, the one that names the record first; unknown keys of an older choice are left out. */
export function columnsOf(section: SectionDescription, chosen: readonly string[] | null): FieldDescription[] {
  const keys = new Set([...lead(section), ...(chosen ?? section.columns)]);
  const fields = [...keys].map((key) => fieldIn(section, key));
  return fields.filter((field): field is FieldDescription => field !== null && !field.system);
}

/** A table begins with the record's name unless the declaration puts another field before it, such as a date. */
function lead(section: SectionDescription): string[] {
  return section.columns.includes(section.title) ? [] : [section.title];
}

/** The columns somebody may add. */
export function choosableColumns(section: SectionDescription): readonly FieldDescription[] {
  return fieldsToFill(section);
}

/** Pixels of a letter of a cell and of a heading, on average, and what stands left and right of them. */
const LETTER = 7.5;
const HEADING_LETTER = 7;
const BESIDE = 28;
const WIDEST_CHOICE = 176;

/** The least width of a column in pixels, and its share of what is left. */
function measure(field: FieldDescription, isTitle: boolean): [number, number] {
  const [least, share] = measureKind(field, isTitle);
  // A heading may break between its words, never within one.
  return [Math.max(least, longest(field.label.split(" ")) * HEADING_LETTER + BESIDE), share];
}

function longest(words: readonly string[]): number {
  return Math.max(...words.map((word) => word.length), 0);
}

function wideEnough(labels: readonly string[]): number {
  return Math.min(Math.max(112, longest(labels) * LETTER + BESIDE), WIDEST_CHOICE);
}

function measureKind(field: FieldDescription, isTitle: boolean): [number, number] {
  if (isTitle && field.kind !== "year" && field.kind !== "day") return [168, 2.6];
  switch (field.kind) {
    case "flag":
      return [76, 0.5];
    case "percent":
    case "year":
    case "number":
      return [104, 0.7];
    case "money":
    case "day":
      return [112, 1];
    case "scale":
      return [wideEnough(field.labels), 1];
    case "choice":
      return [wideEnough(field.choices.map((choice) => choice.label)), 1];
    case "ref":
    case "email":
      return [132, 1.2];
    default:
      return [148, 1.6];
  }
}

/** The CSS grid that every row of a table shares, and the width below which it scrolls sideways. */
export function layoutOf(
  columns: readonly FieldDescription[],
  title: string,
): { template: string; least: number } {
  const measures = columns.map((field) => measure(field, field.key === title));
  const tracks = measures.map(([least, share]) => `minmax(${least}px, ${share}fr)`);
  return {
    template: [`${HANDLE_WIDTH}px`, ...tracks].join(" "),
    least: measures.reduce((sum, [least]) => sum + least, HANDLE_WIDTH),
  };
}

/** True for a field that is changed in its cell; the others open the record. */
export function isEditedInPlace(field: FieldDescription): boolean {
  return field.kind !== "rich_text" && field.kind !== "stamp" && field.kind !== "order";
}

/** Figures stand under each other; a year that names its record begins the line like any name. */
export function isRightAligned(field: FieldDescription, title: string): boolean {
  return isNumber(field) && field.key !== title;
}
