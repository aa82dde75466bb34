import { useTranslation } from "react-i18next";
import type { CollectionState } from "../section/useCollection";
import styles from "./view.module.css";

/** Ways to look at a section, where there is more than one. */
export function Ways({ collection: { ways, way, chooseWay } }: { collection: CollectionState }) {
  const { t } = useTranslation("tools");
  if (ways.length < 2) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in; these change the view.
    <div className={styles.ways} role="group" aria-label={t("ways.label")}>
      {ways.map((one) => (
        <button key={one} type="button" aria-pressed={one === way} onClick={() => chooseWay(one)}>
          {t(`ways.${one}`)}
        </button>
      ))}
    </div>
  );
}
