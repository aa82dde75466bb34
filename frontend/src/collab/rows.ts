import * as Y from "yjs";
import { type PlanDocument, sameValue } from "./document";
import type { PlanIndex, SectionIndex } from "./shape";
import { Listeners } from "./store";
import type { Row, Stamp, Target, Value } from "./types";
import { wordsOf } from "./words";

/** What was read of a section. The lists are made anew only after something in them changed. */
interface Shelf {
  readonly rows: Map<string, Row>;
  live: Row[] | null;
  removed: Row[] | null;
}

interface Binned {
  section: string;
  row: Row;
}

const BIN = "//bin";
const ALL = "//all";

/**
 * The records of a plan as plain values, read once and then kept up change by change.
 *
 * A row that did not change keeps its identity, also over a change of document, so that a list of
 * hundreds renders one row when one changes.
 */
export class RowIndex {
  readonly index: PlanIndex;
  #document: PlanDocument;
  readonly #shelves = new Map<string, Shelf>();
  readonly #listeners = new Listeners();
  #bin: Binned[] = [];
  #isBinFresh = false;

  constructor(document: PlanDocument) {
    this.index = document.index;
    this.#document = document;
  }

  facts(section: string): Row {
    return this.#shelf(section).rows.get("") ?? NOTHING;
  }

  /** Live records in order. */
  rows(section: string): Row[] {
    const shelf = this.#shelf(section);
    shelf.live ??= [...shelf.rows.values()].filter((row) => row.removed === null).sort(byOrder);
    return shelf.live;
  }

  /** A record, also when it lies in the bin (its `removed` says so). */
  row(section: string, id: string): Row | null {
    return this.#shelf(section).rows.get(id) ?? null;
  }

  /** Removed records of the whole plan, the latest first. */
  bin(): Binned[] {
    if (this.#isBinFresh) return this.#bin;
    const bin = [...this.index.values()]
      .filter((section) => section.shape.many)
      .flatMap(({ key }) => this.#removed(key).map((row) => ({ section: key, row })))
      .sort((a, b) => (b.row.removed?.at ?? "").localeCompare(a.row.removed?.at ?? ""));
    this.#isBinFresh = true;
    const isSame = bin.length === this.#bin.length && bin.every(({ row }, at) => row === this.#bin[at]?.row);
    if (!isSame) this.#bin = bin;
    return this.#bin;
  }

  onSection = (section: string, listener: () => void) => this.#listeners.subscribe(section, listener);
  onRow = (section: string, id: string, listener: () => void) =>
    this.#listeners.subscribe(`${section}/${id}`, listener);
  onBin = (listener: () => void) => this.#listeners.subscribe(BIN, listener);
  onAll = (listener: () => void) => this.#listeners.subscribe(ALL, listener);

  /** Read again what changed and tell those who watch it. */
  refresh(places: readonly Target[]): void {
    const changed = new Set<string>();
    for (const place of places) this.#refreshPlace(place, changed);
    this.#tell(changed);
  }

  /** Read everything from another document of the same plan. */
  rebind(document: PlanDocument): void {
    this.#document = document;
    const changed = new Set<string>();
    for (const section of this.#shelves.keys()) this.#reread(section, changed);
    this.#tell(changed);
  }

  #shelf(section: string): Shelf {
    const known = this.#shelves.get(section);
    if (known !== undefined) return known;
    const shelf: Shelf = { rows: this.#read(section), live: null, removed: null };
    this.#shelves.set(section, shelf);
    return shelf;
  }

  #read(section: string, known?: Shelf): Map<string, Row> {
    const shape = this.index.get(section);
    if (shape === undefined) return new Map();
    if (!shape.shape.many) {
      const facts = snapshot(shape, "", this.#document.sectionMap(section), known?.rows.get(""));
      return new Map([["", facts]]);
    }
    const rows = new Map<string, Row>();
    for (const [id, record] of this.#document.records(section)) {
      rows.set(id, snapshot(shape, id, record, known?.rows.get(id)));
    }
    return rows;
  }

  #reread(section: string, changed: Set<string>): void {
    const before = this.#shelf(section);
    const rows = this.#read(section, before);
    for (const id of new Set([...before.rows.keys(), ...rows.keys()])) {
      if (before.rows.get(id) !== rows.get(id)) changed.add(`${section}/${id}`).add(section);
    }
    if (changed.has(section)) this.#shelves.set(section, { rows, live: null, removed: null });
  }

  #refreshPlace({ section, id, field }: Target, changed: Set<string>): void {
    const shelf = this.#shelves.get(section);
    const shape = this.index.get(section);
    // A section that nobody has read yet is read whole when somebody does.
    if (shape === undefined) return;
    if (shelf === undefined) {
      changed.add(section);
      return;
    }
    const key = id ?? "";
    const record = this.#document.recordMap(section, id);
    if (shape.shape.many && (id === null || record === null)) {
      this.#reread(section, changed);
      return;
    }
    const before = shelf.rows.get(key);
    const row = snapshot(shape, key, record, before, field === null ? undefined : field);
    if (row === before) return;
    shelf.rows.set(key, row);
    const isMoved = row.order !== before?.order || (row.removed === null) !== (before.removed === null);
    // The commonest change, a value in a live row, needs no sorting again.
    shelf.live = isMoved ? null : (shelf.live?.map((one) => (one === before ? row : one)) ?? null);
    shelf.removed = null;
    changed.add(section).add(`${section}/${key}`);
  }

  #removed(section: string): Row[] {
    const shelf = this.#shelf(section);
    shelf.removed ??= [...shelf.rows.values()].filter((row) => row.removed !== null);
    return shelf.removed;
  }

  #tell(changed: Set<string>): void {
    if (changed.size === 0) return;
    this.#isBinFresh = false;
    this.#listeners.notify([...changed, BIN, ALL]);
  }
}

const NOTHING: Row = { id: "", order: "", removed: null, values: {} };

function byOrder(a: Row, b: Row): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Read a record, or only its field `only` when the rest is known; the same row when nothing differs. */
function snapshot(
  section: SectionIndex,
  id: string,
  record: Y.Map<unknown> | null,
  before?: Row,
  only?: string,
): Row {
  const read = (field: string) => plainValue(record?.get(field));
  const order = before !== undefined && only !== undefined && only !== "order" ? before.order : read("order");
  const values: Record<string, Value> = {};
  for (const field of section.fields.keys()) {
    if (field === "order" || field === "removed") continue;
    const known = only !== undefined && only !== field ? before?.values[field] : undefined;
    values[field] = known === undefined ? read(field) : known;
  }
  const removed = read("removed") as Stamp | null;
  const row: Row = { id, order: typeof order === "string" ? order : "", removed, values };
  return before !== undefined && sameValue(before, row) ? before : row;
}

function plainValue(held: unknown): Value {
  if (held === undefined || held === null) return null;
  if (held instanceof Y.Text) return held.length === 0 ? null : held.toString();
  if (held instanceof Y.XmlFragment) return wordsOf(held) || null;
  // Nothing else enters a plan: the server accepts only these kinds of value.
  return held as Value;
}
