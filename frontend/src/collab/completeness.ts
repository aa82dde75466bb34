import type { RowIndex } from "./rows";
import type { PlanShape, SectionShape, ToolShape } from "./shape";
import { Store } from "./store";
import type { Row, Value } from "./types";

/**
 * How much of each tool is filled in, 0 to 100.
 *
 * A section of facts counts the share of its fields that say something, the plan's own (`system`) fields
 * left out. A collection counts the share of filled cells among its `columns` over its live records, and
 * 0 while it is empty. A tool is the mean of its sections, each weighing the same. What people say
 * *about* the plan (sections that belong to their author, such as comments) does not count; a tool of
 * nothing else is always 0.
 */
export class Completeness {
  readonly store: Store<Readonly<Record<string, number>>>;
  readonly #shape: PlanShape;
  readonly #rows: RowIndex;
  readonly #filledCells = new WeakMap<Row, number>();
  /** The share of a section by what it was counted from. */
  readonly #shares = new WeakMap<object, number>();

  constructor(shape: PlanShape, rows: RowIndex) {
    this.#shape = shape;
    this.#rows = rows;
    this.store = new Store<Readonly<Record<string, number>>>({});
    this.store.set(this.#measure());
    rows.onAll(() => this.#refresh());
  }

  #refresh(): void {
    const before = this.store.get();
    const now = this.#measure();
    if (Object.entries(now).some(([tool, share]) => before[tool] !== share)) this.store.set(now);
  }

  #measure(): Record<string, number> {
    return Object.fromEntries(this.#shape.tools.map((tool) => [tool.key, this.#ofTool(tool)]));
  }

  #ofTool(tool: ToolShape): number {
    const shares = tool.sections
      .filter((section) => section.owned_by === null)
      .map((section) => this.#ofSection(section));
    return shares.length === 0 ? 0 : Math.round((100 * sum(shares)) / shares.length);
  }

  #ofSection(section: SectionShape): number {
    const content = section.many ? this.#rows.rows(section.key) : this.#rows.facts(section.key);
    const known = this.#shares.get(content);
    if (known !== undefined) return known;
    const share = this.#share(Array.isArray(content) ? content : [content], countedFields(section));
    this.#shares.set(content, share);
    return share;
  }

  #share(rows: readonly Row[], counted: readonly string[]): number {
    if (rows.length === 0 || counted.length === 0) return 0;
    return sum(rows.map((row) => this.#filled(row, counted))) / (rows.length * counted.length);
  }

  /** Rows keep their identity while nothing in them changes, so each is counted once. */
  #filled(row: Row, counted: readonly string[]): number {
    const known = this.#filledCells.get(row);
    if (known !== undefined) return known;
    const filled = counted.filter((field) => isFilled(row.values[field] ?? null)).length;
    this.#filledCells.set(row, filled);
    return filled;
  }
}

function countedFields(section: SectionShape): readonly string[] {
  if (section.many) return section.columns;
  return section.fields.filter((field) => !field.system).map((field) => field.key);
}

function isFilled(value: Value): boolean {
  return value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
