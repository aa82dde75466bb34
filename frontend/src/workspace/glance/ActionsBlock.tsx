import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useRows } from "../../collab";
import type { Action } from "../../drawings/action/action";
import { useToday } from "../../drawings/action/useToday";
import { fieldIn, useLabels, useSection } from "../../form";
import { useFormats } from "../../ui";
import { type ActionCounts, countActions, LIVE } from "./actionCounts";
import { Block, More, Nothing, PlaceLink } from "./Block";
import styles from "./glance.module.css";
import states from "./states.module.css";

const MOST = 3;

/** How our actions stand, and which of them need a word today. */
export function ActionsBlock() {
  const rows = useRows("actions");
  const today = useToday();
  const counts = useMemo(() => countActions(rows, today), [rows, today]);
  return (
    <Block name="actions" tool="actions">
      {counts.total === 0 ? <Nothing name="actions" section="actions" /> : <Actions counts={counts} />}
    </Block>
  );
}

function Actions({ counts }: { counts: ActionCounts }) {
  const { t } = useTranslation("glance");
  const { overdue, blocked, total } = counts;
  return (
    <>
      <p className={styles.headline}>
        {t("actions.count", { count: total })} {t("actions.overdue", { count: overdue.length })}
      </p>
      <States counts={counts} />
      {overdue.length > 0 && <Named name="overdue" actions={overdue} />}
      {blocked.length > 0 && <Named name="blocked" actions={blocked} />}
    </>
  );
}

/** One bar in parts, and each part in words. */
function States({ counts: { by, total } }: { counts: ActionCounts }) {
  const section = useSection("actions");
  const labels = useLabels();
  const status = fieldIn(section, "status");
  return (
    <>
      <div className={states.states} aria-hidden="true">
        {LIVE.map((one) => (
          <span key={one} data-status={one} style={{ width: `${(by[one] / total) * 100}%` }} />
        ))}
      </div>
      <ul className={states.legend}>
        {LIVE.map((one) => (
          <li key={one} data-status={one}>
            <strong>{by[one]}</strong> {status && labels.choice(section.key, status, one)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Named({ name, actions }: { name: "overdue" | "blocked"; actions: readonly Action[] }) {
  const { t } = useTranslation("glance");
  const { day } = useFormats();
  const shown = actions.slice(0, MOST);
  return (
    <>
      <h3 className={styles.part}>{t(`actions.${name}Title`)}</h3>
      <ul className={styles.lines}>
        {shown.map(({ id, title, due, obstacle }) => (
          <li key={id}>
            <PlaceLink target={{ section: "actions", id, field: null }}>{title || t("unnamed")}</PlaceLink>
            <span className={styles.aside}>
              {name === "overdue" ? due && t("actions.due", { day: day(due) }) : obstacle}
            </span>
          </li>
        ))}
      </ul>
      <More count={actions.length - shown.length} />
    </>
  );
}
