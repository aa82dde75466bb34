import { useElementSize, useLocalStorage } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRows } from "../../collab";
import { ReaderProvider } from "../../form/reading/ReaderProvider";
import type { DrawingProps } from "../drawing";
import { Details } from "./Details";
import { EventMarks } from "./EventMarks";
import { Ground } from "./Ground";
import styles from "./history.module.css";
import { heightOf, LEFT, RIGHT } from "./place";
import { Undated } from "./Undated";
import { placesOfVoices, VoiceMarks } from "./VoiceMarks";
import { axisOf, eventsOf, voicesOf } from "./years";

/** Pixels a year; 0 fits all years into the page. */
const ZOOMS = { whole: 0, years: 240, close: 600 } as const;
type Zoom = keyof typeof ZOOMS;

const LEAST = 56;

/** What we have been through together, over the years, as high as they remember it well. */
export default function HistoryLine({ section, label, rows, onOpen }: DrawingProps) {
  const [zoom, setZoom] = useZoom();
  const { ref, width } = useElementSize();
  const events = useMemo(() => eventsOf(rows), [rows]);
  const said = useRows("customer_voice");
  const voices = useMemo(() => voicesOf(said), [said]);
  const [shown, setShown] = useState<string | null>(null);
  const axis = useMemo(() => {
    const days = [...events, ...voices].map(({ day }) => day);
    const count = axisOf(days, 1)?.years.length ?? 1;
    const fitting = Math.max(LEAST, (width - LEFT - RIGHT) / count);
    return axisOf(days, ZOOMS[zoom] || fitting);
  }, [events, voices, zoom, width]);
  const places = useMemo(() => placesOfVoices(axis, voices), [axis, voices]);
  const lanes = Math.max(0, ...places.map(({ lane }) => lane + 1));
  const event = events.find(({ id }) => id === shown) ?? null;
  return (
    <ReaderProvider>
      <div ref={ref} className={styles.history}>
        <ZoomChoice zoom={zoom} onZoom={setZoom} />
        {axis && events.length > 0 && (
          <div className={styles.scroller}>
            <section
              className={styles.sheet}
              style={{ width: LEFT + axis.width + RIGHT, height: heightOf(lanes) }}
              aria-label={label}
            >
              <Ground axis={axis} section={section} hasVoices={voices.length > 0} />
              <EventMarks axis={axis} events={events} section={section} onShow={setShown} onOpen={onOpen} />
              {voices.length > 0 && <VoiceMarks axis={axis} voices={voices} places={places} />}
            </section>
          </div>
        )}
        {event && <Details event={event} section={section} />}
        <Undated rows={rows} onOpen={onOpen} />
      </div>
    </ReaderProvider>
  );
}

function useZoom(): [Zoom, (zoom: Zoom) => void] {
  const [zoom, setZoom] = useLocalStorage<Zoom>({
    key: "tavolo.history.zoom",
    defaultValue: "whole",
    getInitialValueInEffect: false,
  });
  return [zoom in ZOOMS ? zoom : "whole", setZoom];
}

function ZoomChoice({ zoom, onZoom }: { zoom: Zoom; onZoom(zoom: Zoom): void }) {
  const { t } = useTranslation("history");
  return (
    <label className={styles.zoom}>
      {t("zoom.label")}
      <select value={zoom} onChange={({ currentTarget: { value } }) => onZoom(value as Zoom)}>
        {Object.keys(ZOOMS).map((one) => (
          <option key={one} value={one}>
            {t(`zoom.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
