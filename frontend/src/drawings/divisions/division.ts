import type { Row, Value } from "../../collab";
import type { Member } from "../tree/forest";

/** What the map reads of a division's record; null is what nobody has said yet. */
export interface Division {
  id: string;
  name: string;
  parent: string | null;
  level: string | null;
  country: string;
  site: string;
  headcount: number | null;
  buys: string;
}

/** How large a division's card is, in the canvas's units. */
export const CARD = { width: 224, height: 136 };

const read = new WeakMap<Row, Division>();

/** The division of a record; the same one as long as the record has not changed. */
export function divisionOf(row: Row): Division {
  const known = read.get(row);
  if (known !== undefined) return known;
  const { values } = row;
  const { headcount, parent, level } = values;
  const division: Division = {
    id: row.id,
    name: said(values.name),
    parent: typeof parent === "string" ? parent : null,
    level: typeof level === "string" ? level : null,
    country: said(values.country),
    site: said(values.site),
    headcount: typeof headcount === "number" ? headcount : null,
    buys: said(values.buys),
  };
  read.set(row, division);
  return division;
}

function said(value: Value | undefined): string {
  return typeof value === "string" ? value : "";
}

export function memberOf({ id, parent }: Division): Member {
  return { id, above: parent };
}

/** What we earn in a division today, and what there is to earn, a year, in the plan's currency. */
export interface Revenue {
  current: number;
  potential: number;
}

/** Sum up the cells of the white space by division; a division of which no cell says a figure is not in it. */
export function revenueOf(cells: readonly Row[]): Map<string, Revenue> {
  const sums = new Map<string, Revenue>();
  for (const { values } of cells) {
    const { division, current, potential } = values;
    if (typeof division !== "string" || (typeof current !== "number" && typeof potential !== "number"))
      continue;
    const sum = sums.get(division) ?? { current: 0, potential: 0 };
    sums.set(division, {
      current: sum.current + (typeof current === "number" ? current : 0),
      potential: sum.potential + (typeof potential === "number" ? potential : 0),
    });
  }
  return sums;
}
