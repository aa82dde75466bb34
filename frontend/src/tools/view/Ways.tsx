import { useTranslation } from "react-i18next";
import type { CollectionState, Way } from "../section/useCollection";
import styles from "./view.module.css";

const WAYS: readonly Way[] = ["table", "matrix"];

/** Ways to look at a section, where there is more than one. */
export function Ways({ collection }: { collection: CollectionState }) {
  const { t } = useTranslation("tools");
  if (collection.matrix === null) return null;
  const isMatrix = collection.way === "matrix";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in; these change the view.
    <div className={styles.ways} role="group" aria-label={t("ways.label")}>
      {WAYS.map((way) => (
        <button
          key={way}
          type="button"
          aria-pressed={(way === "matrix") === isMatrix}
          onClick={() => collection.chooseWay(way)}
        >
          {t(`ways.${way}`)}
        </button>
      ))}
    </div>
  );
}
