import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLabels } from "../../form";
import { EmptyState } from "../../ui";
import styles from "./section.module.css";
import type { CollectionState } from "./useCollection";

/** What belongs into an empty section and the one click that starts it; or that the filter leaves nothing. */
export function NothingHere({ collection }: { collection: CollectionState }) {
  const { section, label, addLabel, canEdit, all, deeds } = collection;
  const { t } = useTranslation("tools");
  const labels = useLabels();
  if (all.length > 0) {
    const showAll = (
      <Button variant="default" onClick={deeds.showAll}>
        {t("filter.show_all")}
      </Button>
    );
    return <EmptyState title={t("filter.nothing")} action={showAll} />;
  }
  return (
    <div className={styles.nothing}>
      <EmptyState
        title={t("empty.title", { label })}
        action={canEdit && <Button onClick={deeds.add}>{addLabel}</Button>}
      >
        {labels.section(section, "empty")}
      </EmptyState>
    </div>
  );
}
