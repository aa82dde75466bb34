import { addDays } from "../../form";
import { useFormats } from "../../ui";
import { type Scale, type Span, ticksOf, widthOf, xOf, type Zoom } from "./days";
import styles from "./timeline.module.css";

interface GroundProps {
  scale: Scale;
  zoom: Zoom;
  today: string;
  period: Span | null;
  /** The day over which an action without dates is held. */
  dropDay: string | null;
}

/** What lies under the bars: months, the plan's period, today. */
export function Ground({ scale, zoom, today, period, dropDay }: GroundProps) {
  const { day } = useFormats();
  return (
    <div aria-hidden="true">
      {ticksOf(scale, zoom === "months" ? 1 : 3).map((tick) => (
        <span key={tick.day} className={styles.rule} style={{ left: tick.x }} />
      ))}
      {period && <Outside scale={scale} period={period} />}
      <span className={styles.now} style={{ left: xOf(scale, today) }} />
      {dropDay && (
        <span className={styles.drop} style={{ left: xOf(scale, dropDay) }}>
          <span>{day(dropDay)}</span>
        </span>
      )}
    </div>
  );
}

/** What is drawn before the plan begins and after it ends. */
function Outside({ scale, period }: { scale: Scale; period: Span }) {
  const [begins, ends] = [xOf(scale, period.first), xOf(scale, addDays(period.last, 1))];
  return (
    <>
      {begins > 0 && <span className={styles.outside} style={{ left: 0, width: begins }} />}
      {ends < widthOf(scale) && (
        <span className={styles.outside} style={{ left: ends, width: widthOf(scale) - ends }} />
      )}
    </>
  );
}
