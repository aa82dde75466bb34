import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldIn, type SectionDescription, useLabels } from "../../form";
import { useFormats } from "../../ui";
import styles from "./history.module.css";
import { KindSign } from "./KindSign";
import { EVENT_LANES, LEFT, yOf } from "./place";
import { type Axis, type HistoryEvent, type Placed, placeAlong, xOf } from "./years";

interface EventMarksProps {
  axis: Axis;
  events: readonly HistoryEvent[];
  section: SectionDescription;
  onShow(id: string): void;
  onOpen(id: string): void;
}

/** Events as buttons, in time; the arrow keys go from one to the next, of which Tab reaches one. */
export function EventMarks({ axis, events, section, onShow, onOpen }: EventMarksProps) {
  const { t } = useTranslation("history");
  const { list, current, setReached, onKeyDown } = useWalk(events.length);
  const places = placed(axis, events);
  return (
    <ul ref={list} className={styles.events} aria-label={t("events")} onKeyDown={onKeyDown}>
      {events.map((event, at) => (
        <li key={event.id} style={spot(axis, event, places)}>
          <Mark
            event={event}
            section={section}
            isLabelled={places.get(event.id)?.isLabelled ?? false}
            isCurrent={at === current}
            onReach={() => {
              setReached(at);
              onShow(event.id);
            }}
            onPoint={() => onShow(event.id)}
            onOpen={() => onOpen(event.id)}
          />
        </li>
      ))}
    </ul>
  );
}

/** Lets the arrow keys go from one event to the next. */
function useWalk(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const [reached, setReached] = useState(0);
  const current = Math.min(reached, count - 1);
  const onKeyDown = (key: KeyboardEvent) => {
    const to = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: count - 1 }[key.key];
    if (to === undefined) return;
    key.preventDefault();
    const marks = list.current?.querySelectorAll<HTMLElement>("button") ?? [];
    const next = marks[Math.max(0, Math.min(count - 1, to))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  return { list, current, setReached, onKeyDown };
}

interface MarkProps {
  event: HistoryEvent;
  section: SectionDescription;
  isLabelled: boolean;
  isCurrent: boolean;
  onReach(): void;
  onPoint(): void;
  onOpen(): void;
}

function Mark({ event, section, isLabelled, isCurrent, onReach, onPoint, onOpen }: MarkProps) {
  const words = useEventWords(event, section);
  return (
    <button
      type="button"
      className={styles.mark}
      data-felt={event.felt === null ? "unsaid" : Math.sign(event.felt)}
      tabIndex={isCurrent ? 0 : -1}
      title={words.all}
      onFocus={onReach}
      onPointerEnter={onPoint}
      onClick={onOpen}
    >
      <span className={styles.sign}>
        <KindSign kind={event.kind} />
      </span>
      <span className={isLabelled ? styles.label : styles.unseen}>
        <span>{words.title}</span>
        <span className={styles.unseen}>, </span>
        <small>{words.kind}</small>
        <span className={styles.unseen}>
          , {words.day}, {words.felt}
        </span>
      </span>
    </button>
  );
}

export function useEventWords({ title, day, kind, felt }: HistoryEvent, section: SectionDescription) {
  const { t } = useTranslation("history");
  const labels = useLabels();
  const formats = useFormats();
  const [kinds, feelings] = [fieldIn(section, "kind"), fieldIn(section, "felt")];
  const said = {
    title: title || t("untitled"),
    day: formats.day(day),
    kind: kind && kinds ? labels.choice(section.key, kinds, kind) : t("noKind"),
    felt: felt !== null && feelings ? labels.step(section.key, feelings, felt) : t("notFelt"),
  };
  return { ...said, all: t("event", said) };
}

function spot(axis: Axis, { id, day, felt }: HistoryEvent, places: ReadonlyMap<string, Placed>) {
  const lane = EVENT_LANES[places.get(id)?.lane ?? 0] ?? 0;
  return { left: LEFT + xOf(axis, day), top: yOf(felt) + lane };
}

const ROOM = { mark: 28, label: 168 };

/** Where each event stands, by its id. */
function placed(axis: Axis, events: readonly HistoryEvent[]): ReadonlyMap<string, Placed> {
  const heights = new Map<number, HistoryEvent[]>();
  for (const event of events) {
    const height = yOf(event.felt);
    heights.set(height, [...(heights.get(height) ?? []), event]);
  }
  const known = new Map<string, Placed>();
  for (const same of heights.values()) {
    const xs = same.map(({ day }) => xOf(axis, day));
    placeAlong(xs, EVENT_LANES.length, ROOM).forEach((place, at) => {
      const event = same[at];
      if (event) known.set(event.id, place);
    });
  }
  return known;
}
