import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CollectionState } from "../section/useCollection";
import { ColumnChooser } from "./ColumnChooser";
import { FilterMenu } from "./FilterMenu";
import type { TableViewing } from "./useTableView";
import styles from "./view.module.css";
import { Ways } from "./Ways";

/** Above the records: ways to look at them, a filter, and the one button that adds. */
export function Toolbar({ collection }: { collection: CollectionState }) {
  const { section, all, viewing, way, canEdit, drawing } = collection;
  const isMatrix = way === "matrix" || drawing?.isMatrix === true;
  return (
    <div className={styles.bar}>
      <Ways collection={collection} />
      {!isMatrix && (
        <>
          <Search viewing={viewing} />
          <FilterMenu section={section} rows={all} viewing={viewing} />
        </>
      )}
      {way === "table" && <ColumnChooser section={section} viewing={viewing} />}
      <span className={styles.grow} />
      {canEdit && !isMatrix && <Button onClick={collection.deeds.add}>{collection.addLabel}</Button>}
    </div>
  );
}

function Search({ viewing: { view, setView } }: { viewing: TableViewing }) {
  const { t } = useTranslation("tools");
  const search = (words: string) => setView((now) => ({ ...now, search: words }));
  return (
    <input
      type="search"
      className={styles.search}
      aria-label={t("filter.search")}
      placeholder={t("filter.placeholder")}
      value={view.search}
      onChange={(event) => search(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || view.search === "") return;
        event.stopPropagation();
        search("");
      }}
    />
  );
}
