import type { Row } from "../../collab";
import type { FieldDescription, SectionDescription } from "../../form";

/** What a column of amounts adds up to, by currency; "" stands for amounts that say no currency. */
export type Totals = ReadonlyMap<string, number>;

/** Only money adds up; amounts over several years, or of things that happened, are no parts of a whole. */
export function hasTotal(section: SectionDescription, field: FieldDescription): boolean {
  const isTimeline = section.fields.some(({ key, kind }) => kind === "day" && key === section.columns[0]);
  return field.kind === "money" && !isTimeline && !section.fields.some(({ kind }) => kind === "year");
}

export function totalsOf(rows: readonly Row[], field: FieldDescription, planCurrency: string | null): Totals {
  const totals = new Map<string, number>();
  for (const row of rows) {
    const amount = row.values[field.key];
    if (typeof amount !== "number") continue;
    const said = row.values.currency;
    const currency = typeof said === "string" ? said : (planCurrency ?? "");
    totals.set(currency, (totals.get(currency) ?? 0) + amount);
  }
  return totals;
}
