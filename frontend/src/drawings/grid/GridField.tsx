import { useTranslation } from "react-i18next";
import styles from "./grid.module.css";
import type { HeldBy } from "./heldByOthers";
import { type Field, fieldOf, SQUARES, type Square, squareKey } from "./mendelow";
import { type CardDeeds, PersonCard } from "./PersonCard";
import { densityOf, type Stacks } from "./stacking";
import type { Dragged } from "./useGridDrag";

/** What every part of the grid shows people by. */
export interface Shown {
  stacks: Stacks;
  held: ReadonlyMap<string, HeldBy>;
  dragged: Dragged | null;
  /** The identifier of the text that says which keys do what. */
  hint: string;
  deeds: CardDeeds;
}

/** One of the four fields: its name, how to treat people in it, and its squares. */
export function GridField({ field, shown }: { field: Field; shown: Shown }) {
  const { t } = useTranslation("powerGrid");
  const squares = SQUARES.filter((square) => fieldOf(square) === field);
  const count = squares.reduce((sum, square) => sum + peopleIn(shown, square).length, 0);
  return (
    <fieldset className={styles.field} data-field={field}>
      <legend className={styles.spoken}>
        {t("field.spoken", { name: t(`field.${field}.name`), count })}
      </legend>
      <p className={styles.fieldName} aria-hidden="true" data-field={field}>
        <strong>{t(`field.${field}.name`)}</strong> <span>{t(`field.${field}.how`)}</span>
      </p>
      {squares.map((square) => (
        <SquareOfPeople key={squareKey(square)} square={square} shown={shown} />
      ))}
    </fieldset>
  );
}

function SquareOfPeople({ square, shown }: { square: Square; shown: Shown }) {
  const { t } = useTranslation("powerGrid");
  const people = peopleIn(shown, square);
  const density = densityOf(people.length);
  const over = shown.dragged?.over;
  const isTarget = over && over !== "tray" && squareKey(over) === squareKey(square);
  return (
    <div
      className={styles.square}
      data-square={squareKey(square)}
      data-density={density}
      data-target={isTarget || undefined}
      style={{ gridColumn: square.interest + 1, gridRow: rowOf(square.power) }}
    >
      {isTarget && (
        <span className={styles.targetWords} aria-hidden="true">
          {t("place.both", { ...square })}
        </span>
      )}
      {people.map((person) => (
        <PersonCard
          key={person.id}
          person={person}
          density={density}
          heldBy={shown.held.get(person.id)?.person ?? null}
          isHeld={shown.dragged?.id === person.id}
          hint={shown.hint}
          deeds={shown.deeds}
        />
      ))}
    </div>
  );
}

function peopleIn({ stacks }: Shown, square: Square) {
  return stacks.bySquare.get(squareKey(square)) ?? [];
}

/** Rows from the top: names of the upper fields, power 5 to 3, names of the lower fields, power 2 and 1. */
function rowOf(power: number): number {
  return power >= 3 ? 7 - power : 8 - power;
}
