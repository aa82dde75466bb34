import { useTranslation } from "react-i18next";
import { useFormats } from "../../ui";
import styles from "./history.module.css";
import { LEFT, MOST_VOICE_LANES, VOICE_LANE, VOICES } from "./place";
import { type Axis, type Placed, placeAlong, type Voice, xOf } from "./years";

/** From this answer on somebody recommends us, from the other on they warn of us (Reichheld 2003). */
const PROMOTES = 9;
const WARNS = 6;

interface VoiceMarksProps {
  axis: Axis;
  voices: readonly Voice[];
  places: readonly Placed[];
}

/** Where each answer stands: as many of one time below each other as there are. */
export function placesOfVoices(axis: Axis | null, voices: readonly Voice[]): Placed[] {
  if (axis === null) return [];
  const xs = voices.map(({ day }) => xOf(axis, day));
  return placeAlong(xs, MOST_VOICE_LANES, { mark: VOICE_LANE, label: 0 });
}

/** What customers answered when asked whether they would recommend us, along the same years. */
export function VoiceMarks({ axis, voices, places }: VoiceMarksProps) {
  const { t } = useTranslation("history");
  const formats = useFormats();
  const top = (at: number) => (places[at]?.lane ?? 0) * VOICE_LANE;
  return (
    <ul className={styles.voices} style={{ top: VOICES }} aria-label={t("voices.name")}>
      {voices.map(({ id, day, nps }, at) => (
        <li key={id} style={{ left: LEFT + xOf(axis, day), top: top(at) }} data-side={sideOf(nps)}>
          <span aria-hidden="true">{nps}</span>
          <span className={styles.unseen}>{t("voices.one", { nps, day: formats.day(day) })}</span>
        </li>
      ))}
    </ul>
  );
}

function sideOf(nps: number): string {
  if (nps >= PROMOTES) return "promotes";
  return nps <= WARNS ? "warns" : "passive";
}
