import { Skeleton } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useConnection, useReport, useRows } from "../../collab";
import { useToday } from "../../drawings/action/useToday";
import type { Report } from "../../schema/report.generated";
import { useFigures } from "../../ui";
import { countActions } from "./actionCounts";
import styles from "./glance.module.css";

/** The few figures that are read from the far end of a room. */
export function KeyFigures() {
  const report = useReport();
  const overdue = useOverdue();
  return (
    <dl className={styles.figures}>
      <Figure name="served" value={useServed(report)} />
      <Figure name="shared" value={useShare(report?.collaboration?.shared)} />
      <Figure name="lead" value={useLead(report)} />
      <Figure name="overdue" value={overdue} />
      <Figure name="toSell" value={useToSell(report)} />
    </dl>
  );
}

/** `undefined` while the server has not said it, null when there is nothing to say. */
type Figured = string | null | undefined;

function Figure({ name, value }: { name: string; value: Figured }) {
  const { t } = useTranslation("glance");
  const isAway = useConnection().status === "offline";
  const waiting: ReactNode = isAway ? "–" : <Skeleton height={24} width={64} aria-hidden="true" />;
  return (
    <div>
      <dt>{t(`figures.${name}`)}</dt>
      <dd>{value === undefined ? waiting : (value ?? "–")}</dd>
    </div>
  );
}

function useServed(report: Report | null): Figured {
  return useShare(report?.traceability?.coverage);
}

function useShare(value: number | null | undefined): Figured {
  const { share } = useFigures();
  return typeof value === "number" ? share(value) : value;
}

function useLead(report: Report | null): Figured {
  const { lead } = useFigures();
  const value = report?.competition?.lead;
  return typeof value === "number" ? lead(value) : value;
}

function useToSell(report: Report | null): Figured {
  const { amount } = useFigures();
  const spaces = report?.white_space?.spaces.filter(({ total }) => total.cells > 0);
  // Amounts of different currencies stand beside each other; nothing adds them.
  return spaces && (spaces.map(({ total, currency }) => amount(total.gap, currency)).join(" + ") || null);
}

function useOverdue(): string {
  const rows = useRows("actions");
  const today = useToday();
  return useMemo(() => String(countActions(rows, today).overdue.length), [rows, today]);
}
