import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useRow } from "../../collab";
import { FieldInput, RecordName } from "../../form";
import styles from "./map.module.css";
import { words } from "./person";

interface LinePanelProps {
  id: string;
  canEdit: boolean;
  onRemove(): void;
  onClose(): void;
}

/** The line that is chosen: of which kind, how strong, and why we think so. */
export function LinePanel({ id, canEdit, onRemove, onClose }: LinePanelProps) {
  const { t } = useTranslation("stakeholderMap");
  const row = useRow("influence_lines", id);
  if (row === null || row.removed !== null) return null;
  const { from_whom, to_whom } = row.values;
  return (
    <aside className={styles.panel} aria-label={t("line.name")}>
      <header>
        <h3>
          <RecordName section="stakeholders" id={words(from_whom) ?? ""} /> →{" "}
          <RecordName section="stakeholders" id={words(to_whom) ?? ""} />
        </h3>
        <button type="button" className={styles.close} aria-label={t("line.close")} onClick={onClose}>
          ×
        </button>
      </header>
      <div className={styles.fields}>
        {["kind", "strength", "basis"].map((field) => (
          <FieldInput key={field} section="influence_lines" id={id} field={field} />
        ))}
      </div>
      {canEdit && (
        <Button variant="default" size="xs" onClick={onRemove}>
          {t("line.remove")}
        </Button>
      )}
    </aside>
  );
}
