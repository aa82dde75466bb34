import { useTranslation } from "react-i18next";
import type { Authorship, Change } from "../../api";
import { type Target, useRow } from "../../collab";
import { ReaderProvider } from "../../form";
import { ChangeSign } from "./ChangeSign";
import styles from "./history.module.css";
import { useAuthorship } from "./useAuthorship";
import { useSaid } from "./useSaid";
import { useHistoryWords } from "./versionWords";

interface FieldPastProps {
  target: Target;
  /** How the field differs from the version that is compared, if it does. */
  change: Change | undefined;
  showsAuthor: boolean;
}

/** What a field said in the version that is compared, and who wrote what it says now. */
export default function FieldPast({ target, change, showsAuthor }: FieldPastProps) {
  return (
    <>
      {change && (
        <ReaderProvider>
          <FieldChanged change={change} target={target} />
        </ReaderProvider>
      )}
      {/* Whoever changed it last is who wrote it. */}
      {showsAuthor && !change?.by.length && <FieldAuthor target={target} />}
    </>
  );
}

function FieldChanged({ change, target }: { change: Change; target: Target }) {
  const { t } = useTranslation("versions");
  const said = useSaid()(change, useRow(target.section, target.id ?? "")?.values.currency);
  const words = useHistoryWords();
  const nothing = t("field.nothing");
  const signed = words.signed(change.by, change.at);
  return (
    <p className={styles.past}>
      <ChangeSign kind="changed" />
      <span>
        <span className={styles.changed}>
          {t("field.changed", { before: said.before || nothing, after: said.after || nothing })}
        </span>
        {signed}
      </span>
    </p>
  );
}

const NOBODY: Authorship = { fields: {}, created: null };

function FieldAuthor({ target }: { target: Target }) {
  const { section, id, field } = target;
  const known = useAuthorship({ section, id, field: null });
  const words = useHistoryWords();
  const { fields, created } = known.state === "known" ? known.authorship : NOBODY;
  const written = field ? fields[field] : undefined;
  // What came with the record is said once, above all of its fields.
  const cameWithIt =
    id !== null && created?.at === written?.at && created?.participant === written?.participant;
  if (!written || cameWithIt) return null;
  return <p className={styles.past}>{words.signed([written], written.at)}</p>;
}
