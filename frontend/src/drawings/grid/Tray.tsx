import { useTranslation } from "react-i18next";
import type { Shown } from "./GridField";
import styles from "./grid.module.css";
import { PersonCard } from "./PersonCard";

/** Those of whom nobody has said how much they decide or care, ready to be put on the grid. */
export function Tray({ shown, canEdit }: { shown: Shown; canEdit: boolean }) {
  const { t } = useTranslation("powerGrid");
  const { tray } = shown.stacks;
  if (tray.length === 0 && shown.dragged === null) return null;
  return (
    <fieldset
      className={styles.tray}
      data-square="tray"
      data-target={shown.dragged?.over === "tray" || undefined}
    >
      <legend>{t("tray.name", { count: tray.length })}</legend>
      {canEdit && <p>{t("tray.help")}</p>}
      <div className={styles.trayPeople}>
        {tray.map((person) => (
          <PersonCard
            key={person.id}
            person={person}
            density="names"
            heldBy={shown.held.get(person.id)?.person ?? null}
            isHeld={shown.dragged?.id === person.id}
            hint={shown.hint}
            deeds={shown.deeds}
          />
        ))}
      </div>
    </fieldset>
  );
}
