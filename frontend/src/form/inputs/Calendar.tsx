import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays, addMonths, moment, partsOf } from "../reading/calendar";
import { useLocale } from "../reading/ReaderProvider";
import styles from "./Calendar.module.css";
import { daysAround, firstDayOfWeek } from "./month";

interface CalendarProps {
  day: string | null;
  today: string;
  onPick(day: string): void;
}

/** A month to pick a day from. Arrows move by days and weeks, Page keys by months, with Shift by years. */
export function Calendar({ day, today, onPick }: CalendarProps) {
  const { t } = useTranslation("form");
  const [pointed, setPointed] = useState(day ?? today);
  return (
    <div className={styles.calendar}>
      <MonthHead pointed={pointed} onPoint={setPointed} />
      <Days day={day} today={today} pointed={pointed} onPoint={setPointed} onPick={onPick} />
      <button type="button" className={styles.today} onClick={() => onPick(today)}>
        {t("day.today")}
      </button>
    </div>
  );
}

interface Pointing {
  pointed: string;
  onPoint(day: string): void;
}

function MonthHead({ pointed, onPoint }: Pointing) {
  const { t } = useTranslation("form");
  const format = useDayFormat();
  return (
    <div className={styles.head}>
      <button
        type="button"
        aria-label={t("day.previous_month")}
        onClick={() => onPoint(addMonths(pointed, -1))}
      >
        ‹
      </button>
      <strong aria-live="polite">{format(pointed, { month: "long", year: "numeric" })}</strong>
      <button type="button" aria-label={t("day.next_month")} onClick={() => onPoint(addMonths(pointed, 1))}>
        ›
      </button>
    </div>
  );
}

function Days({ day, today, pointed, onPoint, onPick }: CalendarProps & Pointing) {
  const { t } = useTranslation("form");
  const format = useDayFormat();
  const days = useRef<HTMLFieldSetElement>(null);
  const shown = daysAround(pointed, firstDayOfWeek(useLocale()));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the day, nothing else.
  useEffect(() => {
    days.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }, [pointed]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayOfKey(pointed, event);
    if (next === null) return;
    event.preventDefault();
    onPoint(next);
  };
  return (
    <fieldset ref={days} className={styles.days} aria-label={t("day.pick")} onKeyDown={onKeyDown}>
      {shown.slice(0, 7).map((iso) => (
        <span key={iso} className={styles.weekday} aria-hidden="true">
          {format(iso, { weekday: "narrow" })}
        </span>
      ))}
      {shown.map((iso) => (
        <button
          key={iso}
          type="button"
          tabIndex={iso === pointed ? 0 : -1}
          aria-label={format(iso, { dateStyle: "full" })}
          aria-current={iso === today ? "date" : undefined}
          aria-pressed={iso === day}
          data-other={partsOf(iso).month !== partsOf(pointed).month || undefined}
          onClick={() => onPick(iso)}
        >
          {partsOf(iso).day}
        </button>
      ))}
    </fieldset>
  );
}

function useDayFormat(): (iso: string, options: Intl.DateTimeFormatOptions) => string {
  const locale = useLocale();
  return (iso, options) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(moment(iso));
}

function dayOfKey(day: string, { key, shiftKey }: KeyboardEvent): string | null {
  const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key];
  if (days !== undefined) return addDays(day, days);
  const months = { PageUp: -1, PageDown: 1 }[key];
  return months === undefined ? null : addMonths(day, months * (shiftKey ? 12 : 1));
}
