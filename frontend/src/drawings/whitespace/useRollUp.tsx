import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useRows } from "../../collab";
import type { Sum, WhiteSpace } from "../../schema/report.generated";
import type { Margin } from "../../tools/matrix";
import { useFigures } from "../../ui";
import { divisionOf, memberOf } from "../divisions/division";
import { Updating } from "../heat/LeadText";
import { forestOf } from "../tree/forest";
import { rollUp } from "./rollUp";
import styles from "./whitespace.module.css";

/**
 * The line under the grid that says what a division comes to with all that are part of it.
 *
 * It is there once a division has others below it. It adds to no total: its parts are in the line above it.
 */
export function useRollUp(figures: WhiteSpace | null, isUpdating: boolean): readonly Margin[] {
  const { t } = useTranslation("whiteSpace");
  const rows = useRows("divisions");
  const forest = useMemo(() => forestOf(rows.map((row) => memberOf(divisionOf(row)))), [rows]);
  const parents = useMemo(() => rollUp({ divisions: [] }, forest), [forest]);
  const wholes = useMemo(
    () => figures?.spaces.map((space) => ({ currency: space.currency, sums: rollUp(space, forest) })) ?? null,
    [figures, forest],
  );
  if (parents.size === 0) return [];
  const of = (id: string) => {
    if (!parents.has(id)) return null;
    if (isUpdating || wholes === null) return <Updating />;
    return wholes.map(({ currency, sums }) => (
      <Whole key={currency ?? ""} currency={currency} sum={sums.get(id)} />
    ));
  };
  return [{ key: "whole", head: <WholeHead words={t("whole.head")} />, of: ({ id }) => of(id) }];
}

function WholeHead({ words }: { words: string }) {
  return (
    <>
      <span aria-hidden="true">Σ </span>
      {words}
    </>
  );
}

function Whole({ currency, sum }: { currency: string | null; sum: Sum | undefined }) {
  const { t } = useTranslation("whiteSpace");
  const { amount, share } = useFigures();
  if (sum === undefined || sum.cells + sum.unknown === 0) return null;
  const [current, potential] = [amount(sum.current, currency), amount(sum.potential, currency)];
  return (
    <span className={styles.total}>
      <strong>{t("whole.sum", { current, potential })}</strong>
      {sum.penetration !== null && <small>{t("penetration", { share: share(sum.penetration) })}</small>}
      {sum.unknown > 0 && <small>{t("unknown", { count: sum.unknown })}</small>}
    </span>
  );
}
