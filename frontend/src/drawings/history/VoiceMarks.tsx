import { useTranslation } from "react-i18next";
import { useFormats } from "../../ui";
import styles from "./history.module.css";
import { LEFT, VOICE_LANES, VOICES } from "./place";
import { type Axis, placeAlong, type Voice, xOf } from "./years";

/** From this answer on somebody recommends us, from the other on they warn of us (Reichheld 2003). */
const PROMOTES = 9;
const WARNS = 6;

/** What customers answered when asked whether they would recommend us, along the same years. */
export function VoiceMarks({ axis, voices }: { axis: Axis; voices: readonly Voice[] }) {
  const { t } = useTranslation("history");
  const formats = useFormats();
  const places = placeAlong(
    voices.map(({ day }) => xOf(axis, day)),
    VOICE_LANES.length,
    { mark: 26, label: 0 },
  );
  const top = (at: number) => VOICE_LANES[places[at]?.lane ?? 0] ?? 0;
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
