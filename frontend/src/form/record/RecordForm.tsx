import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useFacts, useRow } from "../../collab";
import { fieldsToFill, isEvidence, useSection } from "../description";
import { formatTarget } from "../places";
import { ReaderProvider } from "../reading/ReaderProvider";
import { BoundField } from "./BoundField";
import styles from "./RecordForm.module.css";

interface RecordFormProps {
  section: string;
  id: string;
  /** The field to begin in: where a finding or a link leads. */
  startAt?: string | null;
}

/** All fields of a record of a collection. */
export function RecordForm({ section, id, startAt = null }: RecordFormProps) {
  const row = useRow(section, id);
  const { t } = useTranslation("form");
  if (row === null) return <p>{t("record.missing")}</p>;
  return <Fields section={section} id={id} row={row} startAt={startAt} />;
}

/** All fields of a section that has only one record. */
export function FactsForm({ section, startAt = null }: { section: string; startAt?: string | null }) {
  return <Fields section={section} id={null} row={useFacts(section)} startAt={startAt} />;
}

interface FieldsProps {
  section: string;
  id: string | null;
  row: Row;
  startAt: string | null;
}

function Fields({ section, id, row, startAt }: FieldsProps) {
  const { t } = useTranslation("form");
  const form = useRef<HTMLDivElement>(null);
  const fields = fieldsToFill(useSection(section));
  const own = fields.filter((field) => !isEvidence(field));
  const evidence = fields.filter(isEvidence);
  useEffect(() => {
    if (startAt !== null) focusField(form.current, formatTarget({ section, id, field: startAt }));
  }, [section, id, startAt]);
  const shown = (some: typeof fields): ReactNode =>
    some.map((field) => (
      <BoundField key={field.key} place={{ section, id, field: field.key }} field={field} row={row} />
    ));
  return (
    <ReaderProvider>
      <div className={styles.form} ref={form}>
        <div className={styles.fields}>{shown(own)}</div>
        {evidence.length > 0 && (
          <section className={styles.evidence} aria-label={t("record.evidence")}>
            <h3>{t("record.evidence")}</h3>
            <div className={styles.fields}>{shown(evidence)}</div>
          </section>
        )}
      </div>
    </ReaderProvider>
  );
}

function focusField(form: HTMLElement | null, target: string): void {
  const place = form?.querySelector(`[data-target="${CSS.escape(target)}"]`);
  const input = place?.querySelector<HTMLElement>(
    "input, textarea, [tabindex='0'], [contenteditable='true']",
  );
  (input ?? place)?.scrollIntoView({ block: "center" });
  input?.focus({ preventScroll: true });
  // A drawer that is still opening puts the focus where this mark is, and else on its first button.
  input?.setAttribute("data-autofocus", "");
}
