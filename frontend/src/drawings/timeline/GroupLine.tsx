import { useTranslation } from "react-i18next";
import { addDays } from "../../form";
import { Named } from "../action/Named";
import { extentOf } from "./bars";
import { xOf } from "./days";
import type { Group, Grouping } from "./lines";
import styles from "./lines.module.css";
import { useSheet } from "./sheet";

interface GroupNameProps {
  group: Group;
  isOpen: boolean;
  grouping: Grouping;
  onToggle(group: string): void;
}

const SECTIONS = { objective: "objectives", owner: "team_members", division: "divisions" } as const;

/** The head of a group: it opens and closes it. */
export function GroupName({ group, isOpen, grouping, onToggle }: GroupNameProps) {
  const { t } = useTranslation("actionViews");
  return (
    <div className={styles.name} data-head>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        onClick={() => onToggle(group.key)}
      >
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d={isOpen ? "M2.5 4.5 6 8l3.5-3.5" : "M4.5 2.5 8 6l-3.5 3.5"} />
        </svg>
        <span className={styles.group}>
          {group.key === "" ? (
            t(`timeline.without.${grouping}`)
          ) : (
            <Named section={SECTIONS[grouping]} id={group.key} />
          )}
        </span>
        <span className={styles.count}>{group.actions.length}</span>
      </button>
    </div>
  );
}

/** The line of a group's head: from its first day to its last. */
export function GroupLine({ group }: { group: Group }) {
  const { scale } = useSheet();
  const extents = group.actions.map(extentOf).filter((extent) => extent !== null);
  const first = extents.map((extent) => extent.first).sort()[0];
  const last = extents
    .map((extent) => extent.last)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return <div className={styles.line} />;
  const x = xOf(scale, first);
  return (
    <div className={styles.line}>
      <span className={styles.reach} style={{ left: x, width: xOf(scale, addDays(last, 1)) - x }} />
    </div>
  );
}
