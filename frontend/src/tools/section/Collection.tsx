import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Target, useBin } from "../../collab";
import type { SectionDescription } from "../../form";
import { RecordPanel } from "../record/RecordPanel";
import { NewLine } from "../table/NewLine";
import { Toolbar } from "../view/Toolbar";
import { Notices } from "./Notices";
import { Records } from "./Records";
import styles from "./section.module.css";
import { type CollectionState, useCollection } from "./useCollection";

interface CollectionProps {
  section: SectionDescription;
  open: Target | null;
  onOpen(target: Target | null): void;
}

/** The records of a section: to read, to fill, to order, to open. */
export function Collection({ section, open, onOpen }: CollectionProps) {
  const collection = useCollection(section, onOpen);
  const newLine = useRef<HTMLInputElement & HTMLButtonElement>(null);
  const { all, viewing, deeds, canEdit, way } = collection;
  const remove = (id: string) => {
    deeds.remove([id]);
    onOpen(null);
  };
  return (
    <>
      {(all.length > 0 || collection.matrix) && <Toolbar collection={collection} />}
      <Notices collection={collection} />
      <Records collection={collection} onBeyond={() => newLine.current?.focus()} />
      {canEdit && way === "table" && viewing.rows.length > 0 && (
        <NewLine
          section={section}
          label={collection.addLabel}
          inputRef={newLine}
          onAdd={deeds.addQuietly}
          onBegin={deeds.add}
          onBack={deeds.backToLast}
        />
      )}
      <Count collection={collection} />
      <RecordPanel
        target={open}
        among={viewing.rows.map((row) => row.id)}
        onGo={collection.open}
        onRemove={remove}
        onClose={() => onOpen(null)}
      />
    </>
  );
}

/** How many there are, how many the filter leaves, how many lie in the bin. */
function Count({ collection }: { collection: CollectionState }) {
  const { section, all, viewing } = collection;
  const { t } = useTranslation("tools");
  const removed = useBin().filter((entry) => entry.section === section.key).length;
  const [count, shown] = [all.length, viewing.rows.length];
  if (count === 0 && removed === 0) return null;
  const parts = [
    shown === count ? t("count.all", { count }) : t("count.some", { shown, count }),
    removed > 0 ? t("count.removed", { count: removed }) : "",
  ];
  return <p className={styles.count}>{parts.filter((part) => part !== "").join(" · ")}</p>;
}
