import { markOf, ScaleMark, useSection } from "../../form";
import { initialsOf } from "../../ui";
import styles from "./PersonGlyph.module.css";
import type { Stakeholder } from "./person";

interface PersonGlyphProps {
  person: Pick<Stakeholder, "name" | "stance" | "now" | "wanted">;
  /** Initials in the middle and the sign at the edge, where no name stands beside it. */
  isAlone?: boolean;
}

const STEPS = [1, 2, 3, 4] as const;

/**
 * A person as a round: the sign and colour of their stance, inside a ring of four parts.
 *
 * Full parts are the relationship we have, outlined ones what we want beyond it. It is drawn for eyes only;
 * whoever shows it says the same in words.
 */
export function PersonGlyph({ person, isAlone = false }: PersonGlyphProps) {
  const { now, wanted } = person;
  return (
    <span className={styles.glyph} data-alone={isAlone || undefined} aria-hidden="true">
      <svg data-ring viewBox="0 0 36 36" aria-hidden="true">
        {STEPS.map((step) => (
          <path key={step} d={partOf(step)} data-part={partName(step, now ?? 0, wanted ?? 0)} />
        ))}
      </svg>
      {isAlone && <span className={styles.initials} data-initials={initialsOf(person.name)} />}
      <StanceSign stance={person.stance} />
    </span>
  );
}

/** The stance as a sign on its colour; a dashed round while nobody has said it. */
export function StanceSign({ stance }: { stance: number | null }) {
  const field = useSection("stakeholders").fields.find(({ key }) => key === "stance");
  if (stance === null || field?.kind !== "scale") return <span className={styles.sign} data-kind="unsaid" />;
  const kind = markOf(field, stance);
  return (
    <span className={styles.sign} data-kind={kind}>
      <ScaleMark kind={kind} />
    </span>
  );
}

function partName(step: number, now: number, wanted: number): "now" | "wanted" | "rest" {
  if (step <= now) return "now";
  return step <= wanted ? "wanted" : "rest";
}

const RADIUS = 15.5;
const GAP_DEGREES = 12;

/** A quarter of the ring, clockwise from the top. */
function partOf(step: number): string {
  const [from, to] = [(step - 1) * 90 + GAP_DEGREES / 2, step * 90 - GAP_DEGREES / 2];
  return `M${pointAt(from)}A${RADIUS} ${RADIUS} 0 0 1 ${pointAt(to)}`;
}

function pointAt(degrees: number): string {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return `${(18 + RADIUS * Math.cos(angle)).toFixed(2)} ${(18 + RADIUS * Math.sin(angle)).toFixed(2)}`;
}
