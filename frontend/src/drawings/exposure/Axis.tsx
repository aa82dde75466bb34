import { fieldIn, type SectionDescription, useLabels } from "../../form";
import styles from "./exposure.module.css";

export type ScaleName = "likelihood" | "impact";

/** A step of one of the two scales, at the edge of the matrix. */
export function Step({
  section,
  scale,
  step,
}: {
  section: SectionDescription;
  scale: ScaleName;
  step: number;
}) {
  const labels = useLabels();
  const field = fieldIn(section, scale);
  if (field === null) return null;
  return (
    <span
      className={styles.step}
      data-scale={scale}
      // Its column is named, because on a phone the corner goes below.
      style={scale === "likelihood" ? { gridRow: 6, gridColumn: step + 1 } : undefined}
      aria-hidden="true"
    >
      <b>{step}</b> <span>{labels.step(section.key, field, step)}</span>
    </span>
  );
}

/** Where both scales meet: what runs up and what runs to the right. */
export function Corner({ section }: { section: SectionDescription }) {
  const labels = useLabels();
  const nameOf = (key: ScaleName) => {
    const field = fieldIn(section, key);
    return field === null ? "" : labels.field(section.key, field, "label");
  };
  return (
    <span className={styles.corner} aria-hidden="true">
      <span>{nameOf("impact")} ↑</span>
      <span>{nameOf("likelihood")} →</span>
    </span>
  );
}
