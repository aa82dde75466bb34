import { useId, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DrawingProps } from "../drawing";
import { PersonGlyph } from "../stakeholders/PersonGlyph";
import { stakeholderOf } from "../stakeholders/person";
import { usePersonWords } from "../stakeholders/usePersonWords";
import { GridField } from "./GridField";
import styles from "./grid.module.css";
import { Legend } from "./Legend";
import { FIELDS } from "./mendelow";
import { columnWeights, stackPeople } from "./stacking";
import { Tray } from "./Tray";
import { useGridDeeds } from "./useGridDeeds";

/** Everybody by how much they decide (upwards) and how much they care (to the right) (Mendelow 1991). */
export default function PowerGrid({ label, rows, canEdit, onOpen }: DrawingProps) {
  const { t } = useTranslation("powerGrid");
  const hint = useId();
  const people = useMemo(() => rows.map(stakeholderOf), [rows]);
  const { dragged, held, deeds, frame, setGhost } = useGridDeeds(people, canEdit, onOpen);
  const stacks = useMemo(
    () => stackPeople(people, new Map([...held].map(([id, { square }]) => [id, square]))),
    [people, held],
  );
  const columns = columnWeights(stacks).map((weight) => `minmax(var(--square), ${weight}fr)`);
  const shown = { stacks, held, dragged, hint, deeds };
  return (
    <section ref={frame} className={styles.frame} aria-label={t("name", { label })}>
      <p id={hint} className={styles.spoken}>
        {t(canEdit ? "hint" : "hintReading")}
      </p>
      {stacks.tray.length > 0 && stacks.tray.length === people.length && (
        <p className={styles.start}>{t(canEdit ? "start" : "startReading")}</p>
      )}
      <div className={styles.scroller} ref={showKeyPlayers}>
        <div className={styles.grid} style={{ gridTemplateColumns: `24px ${columns.join(" ")}` }}>
          {FIELDS.map((field) => (
            <GridField key={field} field={field} shown={shown} />
          ))}
          <p className={styles.powerAxis}>{t("axis.power")}</p>
          <p className={styles.interestAxis}>{t("axis.interest")}</p>
        </div>
      </div>
      <Tray shown={shown} canEdit={canEdit} />
      <Legend />
      {dragged && <Ghost id={dragged.id} people={people} setGhost={setGhost} />}
    </section>
  );
}

/** Of the field to the left of the key players, so much is seen that one knows of it. */
const PEEP = 56;

/** Where the page is too narrow for all, show those first with whom one works most. */
function showKeyPlayers(scroller: HTMLDivElement | null) {
  const field = scroller?.querySelector<HTMLElement>('p[data-field="key_players"]');
  if (scroller && field) scroller.scrollLeft = Math.max(0, field.offsetLeft - PEEP);
}

interface GhostProps {
  id: string;
  people: readonly ReturnType<typeof stakeholderOf>[];
  setGhost(element: HTMLDivElement | null): void;
}

/** The person in hand, under the pointer. */
function Ghost({ id, people, setGhost }: GhostProps) {
  const { nameOf } = usePersonWords();
  const person = people.find((one) => one.id === id);
  if (person === undefined) return null;
  return (
    <div className={styles.ghost} ref={setGhost} aria-hidden="true">
      <PersonGlyph person={person} />
      <span className={styles.name}>{nameOf(person)}</span>
    </div>
  );
}
