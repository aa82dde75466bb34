import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../collab";
import { type FieldDescription, formatMoney, type SectionDescription, useReader } from "../../form";
import { isRightAligned } from "./columns";
import styles from "./table.module.css";
import { hasTotal, type Totals, totalsOf } from "./totals";

interface TotalsRowProps {
  section: SectionDescription;
  rows: readonly Row[];
  columns: readonly FieldDescription[];
}

/** What the amounts of the rows shown add up to. */
export function TotalsRow({ section, rows, columns }: TotalsRowProps) {
  const { t } = useTranslation("tools");
  const { locale, currency } = useReader();
  const totals = useMemo(
    () =>
      new Map(
        columns
          .filter((field) => hasTotal(section, field))
          .map((field) => [field.key, totalsOf(rows, field, currency)]),
      ),
    [section, rows, columns, currency],
  );
  if (rows.length < 2 || ![...totals.values()].some((total) => total.size > 0)) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Cell.
    // biome-ignore lint/a11y/useFocusableInteractive: there is nothing to do in it.
    <div role="row" className={`${styles.row} ${styles.totals}`} aria-rowindex={rows.length + 2}>
      {/* biome-ignore lint/a11y/useSemanticElements: see Cell. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: there is nothing to do in it. */}
      <div role="gridcell" className={styles.handleCell} aria-colindex={1} />
      {columns.map((field, column) => (
        // biome-ignore lint/a11y/useSemanticElements: see Cell.
        // biome-ignore lint/a11y/useFocusableInteractive: there is nothing to do in it.
        <div
          key={field.key}
          role="gridcell"
          className={styles.cell}
          aria-colindex={column + 2}
          data-right={isRightAligned(field, section.title) || undefined}
          data-title={column === 0 || undefined}
        >
          {column === 0 ? t("table.total") : said(totals.get(field.key), locale)}
        </div>
      ))}
    </div>
  );
}

function said(totals: Totals | undefined, locale: string): string {
  const amounts = [...(totals ?? [])].map(([currency, sum]) =>
    currency === "" ? new Intl.NumberFormat(locale).format(sum) : formatMoney(sum, locale, currency),
  );
  return amounts.join(" + ");
}
