import { useLocalStorage } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRows } from "../../collab";
import { type Action, actionOf } from "../action/action";
import { useToday } from "../action/useToday";
import type { DrawingProps } from "../drawing";
import { useShown } from "../lanes/useShown";
import { kindOf } from "./bars";
import { Chart } from "./Chart";
import { Controls } from "./Controls";
import { ZOOMS, type Zoom } from "./days";
import { GROUPINGS, type Grouping, groupActions, linesOf } from "./lines";
import { Tray } from "./Tray";
import styles from "./timeline.module.css";
import { useCritical } from "./useCritical";
import { useDateEdits } from "./useDateEdits";
import { usePeriod } from "./usePeriod";
import { Word } from "./Word";

/** Actions as bars over the plan's years, with what waits for what. */
export default function Timeline({ label, rows, all, canEdit, onOpen }: DrawingProps) {
  const shown = useShown(all, rows);
  const today = useToday();
  const period = usePeriod();
  const critical = useCritical();
  const { zoom, setZoom, grouping, setGrouping } = useManner();
  const actions = useMemo(() => shown.map(actionOf), [shown]);
  const everything = useMemo(() => all.map(actionOf), [all]);
  const { lines, toggle } = useLines(actions, grouping);
  const edits = useDateEdits(everything);
  const undated = actions.filter((action) => kindOf(action) === "none");
  return (
    <div className={styles.timeline}>
      <Controls zoom={zoom} onZoom={setZoom} grouping={grouping} onGroup={setGrouping} />
      <Word edits={edits} />
      <Chart
        label={label}
        lines={lines}
        grouping={grouping}
        zoom={zoom}
        period={period}
        today={today}
        critical={critical}
        canEdit={canEdit}
        edits={edits}
        onToggle={toggle}
        onOpen={onOpen}
      />
      {undated.length > 0 && (
        <Tray actions={undated} today={today} canEdit={canEdit} edits={edits} onOpen={onOpen} />
      )}
      <p className={styles.legend}>{useLegend(canEdit)}</p>
    </div>
  );
}

function useLegend(canEdit: boolean): string {
  const { t } = useTranslation("actionViews");
  return t(canEdit ? "timeline.legend" : "timeline.legend_reading");
}

/** How this person looks at timelines, as they did last time. */
function useManner() {
  const [zoom, setZoom] = useLocalStorage<Zoom>({
    key: "tavolo.timeline.zoom",
    defaultValue: "quarters",
    getInitialValueInEffect: false,
  });
  const [grouping, setGrouping] = useLocalStorage<Grouping>({
    key: "tavolo.timeline.grouping",
    defaultValue: "objective",
    getInitialValueInEffect: false,
  });
  return {
    zoom: ZOOMS.includes(zoom) ? zoom : "quarters",
    setZoom,
    grouping: GROUPINGS.includes(grouping) ? grouping : "objective",
    setGrouping,
  };
}

const SECTIONS = { objective: "objectives", owner: "team_members", division: "divisions" } as const;

/** The lines of what has dates, with the groups that this person has closed. */
function useLines(actions: readonly Action[], grouping: Grouping) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const order = useRows(SECTIONS[grouping]);
  const lines = useMemo(() => {
    const dated = actions.filter((action) => kindOf(action) !== "none");
    const groups = groupActions(
      dated,
      grouping,
      order.map(({ id }) => id),
    );
    return linesOf(groups, closed);
  }, [actions, grouping, order, closed]);
  const toggle = (key: string) =>
    setClosed((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  return { lines, toggle };
}
