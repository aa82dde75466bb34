import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { moment } from "../../form";
import { localeFor } from "../../ui";
import { type Scale, type Tick, ticksOf, xOf, type Zoom } from "./days";
import styles from "./timeline.module.css";

/** Below this many pixels a month has no room for its name. */
const ROOM = 34;
const ROOM_FOR_MAJOR = { months: 40, quarters: 64, whole: 40 } as const satisfies Record<Zoom, number>;

/** Years, and under them months or quarters, over the bars; it stays in sight. */
export function ScaleHead({ scale, zoom, today }: { scale: Scale; zoom: Zoom; today: string }) {
  const { t } = useTranslation("actionViews");
  const nameOf = useNames();
  const isByMonth = zoom === "months" || (zoom === "whole" && scale.px * 30 >= ROOM);
  const minor = ticksOf(scale, isByMonth || zoom === "quarters" ? 1 : 3);
  const major = zoom === "quarters" ? ticksOf(scale, 3) : ticksOf(scale, 12);
  const words = zoom === "quarters" ? nameOf.quarter : nameOf.year;
  return (
    <div className={styles.head} aria-hidden="true">
      <div className={styles.corner} />
      <div className={styles.ticks}>
        {major.map((tick) => (
          <Label
            key={tick.day}
            tick={tick}
            isMajor
            text={tick.width > ROOM_FOR_MAJOR[zoom] ? words(tick.day) : ""}
          />
        ))}
        {minor.map((tick) => (
          <Label
            key={tick.day}
            tick={tick}
            text={isByMonth || zoom === "quarters" ? nameOf.month(tick.day) : nameOf.shortQuarter(tick.day)}
          />
        ))}
        <span className={styles.today} style={{ left: xOf(scale, today) }}>
          {t("timeline.today")}
        </span>
      </div>
    </div>
  );
}

function Label({ tick, text, isMajor = false }: { tick: Tick; text: string; isMajor?: boolean }) {
  return (
    <span
      className={styles.tick}
      data-major={isMajor || undefined}
      style={{ left: tick.x, width: tick.width }}
    >
      <span>{text}</span>
    </span>
  );
}

function useNames() {
  const { t, i18n } = useTranslation("actionViews");
  return useMemo(() => {
    const locale = localeFor(i18n.language, navigator.languages ?? []);
    const months = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
    const quarterOf = (day: string) => Math.ceil(Number(day.slice(5, 7)) / 3);
    return {
      month: (day: string) => months.format(moment(day)),
      quarter: (day: string) => t("timeline.quarter", { quarter: quarterOf(day), year: day.slice(0, 4) }),
      shortQuarter: (day: string) => t("timeline.short_quarter", { quarter: quarterOf(day) }),
      year: (day: string) => day.slice(0, 4),
    };
  }, [t, i18n.language]);
}
