import { useTranslation } from "react-i18next";
import { useRows } from "../../collab";
import { useToday } from "../../drawings/action/useToday";
import { RecordName } from "../../form";
import { useFormats } from "../../ui";
import { Block, More, PlaceLink } from "./Block";
import styles from "./glance.module.css";
import { type NextDate, nextDates } from "./nextDates";

const DAYS = 30;
const MOST = 8;

/** What happens in the next weeks, from every tool. */
export function DatesBlock() {
  const { t } = useTranslation("glance");
  const rowsOf = useDatedRows();
  const dates = nextDates(rowsOf, useToday(), DAYS);
  return (
    <Block name="dates" tool="actions">
      {dates.length === 0 && <p className={styles.quiet}>{t("dates.none", { count: DAYS })}</p>}
      <ul className={styles.lines}>
        {dates.slice(0, MOST).map((one) => (
          <Line key={`${one.kind} ${one.target.id}`} date={one} />
        ))}
      </ul>
      <More count={dates.length - MOST} />
    </Block>
  );
}

function Line({ date: { day, kind, target } }: { date: NextDate }) {
  const { t } = useTranslation("glance");
  const formats = useFormats();
  return (
    <li className={styles.dated}>
      <time dateTime={day} className={styles.day}>
        {formats.day(day)}
      </time>
      <PlaceLink target={target}>
        <RecordName section={target.section} id={target.id ?? ""} />
      </PlaceLink>
      <span className={styles.aside}>{t(`dates.kind.${kind}`)}</span>
    </li>
  );
}

/** The rows of every section that has dates; the sections are always the same, as hooks want it. */
function useDatedRows() {
  const rows = {
    actions: useRows("actions"),
    objectives: useRows("objectives"),
    executive_pairs: useRows("executive_pairs"),
    stakeholders: useRows("stakeholders"),
    white_space: useRows("white_space"),
    kpis: useRows("kpis"),
    parked_items: useRows("parked_items"),
    strategy_nodes: useRows("strategy_nodes"),
  };
  return (section: string) => rows[section as keyof typeof rows] ?? [];
}
