import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { fieldIn, useLabels } from "../../form";
import styles from "./section.module.css";
import type { CollectionState } from "./useCollection";
import type { Notice } from "./useNotice";

/** Quiet lines above a table: what is selected, what was just done and can be taken back, how it is sorted. */
export function Notices({ collection }: { collection: CollectionState }) {
  const { notice } = collection.deeds;
  return (
    <>
      <Selected collection={collection} />
      {notice && <Done collection={collection} notice={notice} />}
      <Sorted collection={collection} />
    </>
  );
}

function Selected({ collection: { grid, deeds } }: { collection: CollectionState }) {
  const { t } = useTranslation("tools");
  const { selected } = grid.state;
  if (selected.size === 0) return null;
  return (
    <Quiet>
      <span>{t("selection.count", { count: selected.size })}</span>
      <button type="button" onClick={() => deeds.remove([...selected])}>
        {t("selection.remove")}
      </button>
      <button type="button" onClick={() => grid.dispatch({ do: "select", rows: [] })}>
        {t("selection.clear")}
      </button>
    </Quiet>
  );
}

function Sorted({ collection: { section, viewing } }: { collection: CollectionState }) {
  const { t } = useTranslation("tools");
  const labels = useLabels();
  const { sorting } = viewing.view;
  const by = sorting && fieldIn(section, sorting.field);
  if (!by) return null;
  return (
    <Quiet>
      <span>{t("sorting.by", { field: labels.field(section.key, by, "label") })}</span>
      <button type="button" onClick={() => viewing.setView((now) => ({ ...now, sorting: null }))}>
        {t("sorting.back")}
      </button>
    </Quiet>
  );
}

/** What was done, for as long as it stands; undone here or elsewhere, it says nothing any more. */
function Done({ collection, notice }: { collection: CollectionState; notice: Notice }) {
  const { t } = useTranslation("tools");
  const { section, all, deeds } = collection;
  if (notice.did === "full") return <Quiet>{t("full", { count: section.limit })}</Quiet>;
  const live = new Set(all.map((row) => row.id));
  const isRemoval = notice.did === "removed";
  if (!notice.ids.some((id) => live.has(id) !== isRemoval)) return null;
  const count = notice.ids.length;
  return (
    <Quiet>
      <span>{isRemoval ? t("removed", { name: notice.name, count }) : t("pasted", { count })}</span>
      <button type="button" onClick={deeds.takeBack}>
        {t("undo")}
      </button>
      {!isRemoval && notice.unread.length > 0 && (
        <span>
          {t("unread", { count: notice.unread.length, list: notice.unread.slice(0, 5).join("; ") })}
        </span>
      )}
    </Quiet>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return (
    <div className={styles.quiet} role="status">
      {children}
    </div>
  );
}
