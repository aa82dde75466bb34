import { useElementSize, useMediaQuery, useMergedRef } from "@mantine/hooks";
import { type CSSProperties, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { AT_ONCE, PHONE } from "../../tools/phone";
import { Arrows } from "./Arrows";
import { arrowsOf } from "./arrows";
import { BarLine } from "./BarLine";
import { extentOf } from "./bars";
import { type Scale, type Span, scaleOf, spanOf, widthOf, type Zoom } from "./days";
import { Ground } from "./Ground";
import { GroupLine } from "./GroupLine";
import type { Grouping, Line } from "./lines";
import { Names, usePointedName } from "./Names";
import { ScaleHead } from "./ScaleHead";
import { type Sheet, SheetContext } from "./sheet";
import styles from "./timeline.module.css";
import type { DateEdits } from "./useDateEdits";
import { useDropDay } from "./useDropDay";
import { useSteadyScroll } from "./useSteadyScroll";

interface ChartProps {
  label: string;
  lines: readonly Line[];
  grouping: Grouping;
  zoom: Zoom;
  period: Span | null;
  today: string;
  critical: ReadonlySet<string>;
  canEdit: boolean;
  edits: DateEdits;
  onToggle(group: string): void;
  onOpen(id: string, field?: string | null): void;
}

/** The height of every line in pixels; the style sheet reads it. */
export const LINE = 34;

const NAMES = { desk: 272, phone: 124 };

/** Lines of bars under a scale of months, scrolled together. */
export function Chart(props: ChartProps) {
  const { t } = useTranslation("actionViews");
  const { today, zoom, period } = props;
  const names = useMediaQuery(PHONE, false, AT_ONCE) ? NAMES.phone : NAMES.desk;
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const scroll = useRef<HTMLDivElement>(null);
  const chart = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(scroll, measured);
  const [isHeld, hold] = useState(false);
  const [reached, setReached] = useState<string | null>(null);
  const scale = useScale(props, width - names, isHeld);
  const sheet = useSheetOf(props, scale, chart, hold, setReached);
  const dropDay = useDropDay(scroll, chart, scale, props.canEdit);
  useSteadyScroll(scroll, scale, today, names);
  const pointing = usePointedName();
  const measures = { "--names": `${names}px`, "--chart": `${widthOf(scale)}px`, "--row": `${LINE}px` };
  return (
    <SheetContext value={sheet}>
      <p id={sheet.hintId} className={styles.hint}>
        {t(props.canEdit ? "timeline.hint" : "timeline.hint_reading")}
      </p>
      <div ref={ref} className={styles.scroll}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in. */}
        <div className={styles.sheet} style={measures as CSSProperties} role="group" aria-label={props.label}>
          <ScaleHead scale={scale} zoom={zoom} today={today} />
          <div className={styles.body} {...pointing}>
            <Names lines={props.lines} grouping={props.grouping} onToggle={props.onToggle} />
            <div className={styles.lines}>
              <div ref={chart} className={styles.chart}>
                <Ground scale={scale} zoom={zoom} today={today} period={period} dropDay={dropDay} />
                <ArrowsOf lines={props.lines} scale={scale} near={reached} />
              </div>
              <Lines {...props} reached={reached} />
            </div>
          </div>
        </div>
      </div>
    </SheetContext>
  );
}

function ArrowsOf({ lines, scale, near }: Pick<ChartProps, "lines"> & { scale: Scale; near: string | null }) {
  const arrows = useMemo(() => arrowsOf(lines, scale, LINE), [lines, scale]);
  return <Arrows arrows={arrows} near={near} height={lines.length * LINE} width={widthOf(scale)} />;
}

function Lines({ lines, critical, reached }: ChartProps & { reached: string | null }) {
  const actions = lines.flatMap((line) => (line.kind === "action" ? [line.action.id] : []));
  // The Tab key reaches one bar; arrows lead to the others.
  const tabStop = reached !== null && actions.includes(reached) ? reached : actions[0];
  return lines.map((line) =>
    line.kind === "group" ? (
      <GroupLine key={`group/${line.group.key}`} group={line.group} />
    ) : (
      <BarLine
        key={line.action.id}
        action={line.action}
        isReached={line.action.id === tabStop}
        isCritical={critical.has(line.action.id)}
      />
    ),
  );
}

/** The scale of what is drawn; while somebody drags it stays as it is. */
function useScale({ lines, zoom, period, today }: ChartProps, width: number, isHeld: boolean): Scale {
  const span = useMemo(() => {
    const actions = lines.flatMap((line) => (line.kind === "group" ? line.group.actions : []));
    const extents = actions.map(extentOf).filter((extent) => extent !== null);
    return spanOf(
      period,
      extents.flatMap(({ first, last }) => [first, last]),
      today,
    );
  }, [lines, period, today]);
  const kept = useRef(span);
  if (!isHeld && (kept.current.first !== span.first || kept.current.last !== span.last)) kept.current = span;
  const drawn = kept.current;
  return useMemo(() => scaleOf(drawn, zoom, width), [drawn, zoom, width]);
}

/** What the bars share; it changes only with the scale, so that moving one bar draws one bar. */
function useSheetOf(
  props: ChartProps,
  scale: Scale,
  chart: Sheet["chart"],
  hold: (isHeld: boolean) => void,
  onReach: (id: string) => void,
): Sheet {
  const hintId = useId();
  const now = useRef(props);
  now.current = props;
  const { canEdit, today } = props;
  const { live } = props.edits;
  return useMemo(() => {
    const edits = () => now.current.edits;
    return {
      canEdit,
      scale,
      hintId,
      today,
      live,
      chart,
      hold,
      onReach,
      setDates: (id, dates) => edits().setDates(id, dates),
      settle: (action, before) => edits().settle(action, before),
      onOpen: (id, field) => now.current.onOpen(id, field),
      goFrom: (id, to) => focusBar(chart.current, nextBar(now.current.lines, id, to)),
      beginLink: (id) => edits().beginLink(id),
      endLink: (id) => {
        const { linking } = edits();
        if (linking === null) return false;
        if (id === null || id === linking.id) edits().beginLink(null);
        else edits().link(linking.id, id);
        return true;
      },
      link: (from, to) => edits().link(from, to),
    };
  }, [canEdit, scale, hintId, today, live, chart, hold, onReach]);
}

function nextBar(lines: readonly Line[], id: string, to: "up" | "down" | "before" | "after"): string | null {
  const actions = lines.flatMap((line) => (line.kind === "action" ? [line.action] : []));
  const at = actions.findIndex((action) => action.id === id);
  if (to === "up") return actions[at - 1]?.id ?? null;
  if (to === "down") return actions[at + 1]?.id ?? null;
  const drawn = new Set(actions.map((action) => action.id));
  if (to === "before") return actions[at]?.dependsOn.find((other) => drawn.has(other)) ?? null;
  return actions.find((action) => action.dependsOn.includes(id))?.id ?? null;
}

function focusBar(chart: HTMLElement | null, id: string | null): void {
  if (id === null) return;
  chart?.parentElement?.querySelector<HTMLElement>(`[data-bar="${CSS.escape(id)}"]`)?.focus();
}
