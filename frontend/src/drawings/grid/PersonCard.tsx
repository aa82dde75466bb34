import { type CSSProperties, type KeyboardEvent, memo, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { type Person, useFocusTarget, useOthersAt } from "../../collab";
import { PersonTag } from "../../form";
import { PersonGlyph } from "../stakeholders/PersonGlyph";
import type { Stakeholder } from "../stakeholders/person";
import { usePersonWords } from "../stakeholders/usePersonWords";
import styles from "./grid.module.css";
import type { Density } from "./stacking";

export interface CardDeeds {
  onPress(event: PointerEvent<HTMLElement>, id: string): void;
  onOpen(id: string): void;
  onKey(event: KeyboardEvent<HTMLElement>, person: Stakeholder): void;
}

interface PersonCardProps {
  person: Stakeholder;
  density: Density;
  /** Somebody else who drags this person at this moment. */
  heldBy: Person | null;
  /** This person's own drag has them in hand. */
  isHeld: boolean;
  hint: string;
  deeds: CardDeeds;
}

/** Somebody on the grid: a button that opens them, and that can be dragged or moved with the arrow keys. */
export const PersonCard = memo(function PersonCard(props: PersonCardProps) {
  const { person, density, heldBy, isHeld, hint, deeds } = props;
  const { t } = useTranslation("powerGrid");
  const place = { section: "stakeholders", id: person.id, field: null };
  const focus = useFocusTarget(place);
  const others = useOthersAt(place);
  const { nameOf, describe } = usePersonWords();
  const marked = heldBy ? [heldBy] : others;
  const [first] = marked;
  const said = `${nameOf(person)}: ${placeWords(person, t)}, ${describe(person)}`;
  return (
    <div
      className={styles.person}
      data-density={density}
      data-held={isHeld || undefined}
      data-others={first ? (heldBy ? "drag" : "focus") : undefined}
      style={first && ({ "--person": first.color } as CSSProperties)}
    >
      <button
        type="button"
        className={styles.card}
        data-stakeholder={person.id}
        aria-label={said}
        aria-describedby={hint}
        title={density === "rounds" ? nameOf(person) : undefined}
        onClick={() => deeds.onOpen(person.id)}
        onPointerDown={(event) => deeds.onPress(event, person.id)}
        onKeyDown={(event) => deeds.onKey(event, person)}
        {...focus}
      >
        <PersonGlyph person={person} isAlone={density === "rounds"} />
        {density === "names" && <span className={styles.name}>{nameOf(person)}</span>}
      </button>
      <PersonTag people={marked} />
    </div>
  );
});

function placeWords(
  { power, interest }: Stakeholder,
  t: (key: string, values?: Record<string, unknown>) => string,
): string {
  if (power === null && interest === null) return t("place.nothing");
  if (power === null) return t("place.interest", { interest });
  return interest === null ? t("place.power", { power }) : t("place.both", { power, interest });
}
