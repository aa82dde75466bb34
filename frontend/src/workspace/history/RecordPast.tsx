import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Target } from "../../collab";
import { useHasRoomBeside } from "../frame/screen";
import { useOpenPlace } from "../places/openPlace";
import { countWithin } from "./changes";
import styles from "./history.module.css";
import { useDrifted, useHistory } from "./historyContext";
import { useAuthorship } from "./useAuthorship";
import { useHistoryWords } from "./versionWords";

/** Who wrote a record, when that is asked for, and how much of it has changed since a version. */
export default function RecordPast({ target }: { target: Target }) {
  return (
    <>
      <AuthorsToggle />
      <RecordAuthors target={target} />
      <RecordCompared target={target} />
    </>
  );
}

function AuthorsToggle() {
  const { t } = useTranslation("versions");
  const { showsAuthors, toggleAuthors } = useHistory();
  return (
    <UnstyledButton className={styles.link} aria-pressed={showsAuthors} onClick={toggleAuthors}>
      {t("authors.ask")}
    </UnstyledButton>
  );
}

function RecordAuthors({ target }: { target: Target }) {
  const { showsAuthors } = useHistory();
  // Always there, so that what appears in it is heard.
  return (
    <div className={styles.recordPast} aria-live="polite">
      {showsAuthors && <Created target={target} />}
    </div>
  );
}

function Created({ target }: { target: Target }) {
  const { t } = useTranslation("versions");
  const known = useAuthorship(target);
  const words = useHistoryWords();
  if (known.state === "loading") return t("authors.loading");
  if (known.state === "offline") return t("authors.offline");
  if (known.state === "failed") {
    const { detail, remedy } = known.problem;
    return (
      <>
        {[detail || t("authors.failed"), remedy].filter(Boolean).join(" ")}{" "}
        <UnstyledButton className={styles.link} onClick={known.again}>
          {t("authors.again")}
        </UnstyledButton>
      </>
    );
  }
  const { created, fields } = known.authorship;
  if (created && target.id !== null)
    return t("authors.created", { signed: words.signed([created], created.at) });
  return t(Object.keys(fields).length > 0 ? "authors.beneath" : "authors.unknown");
}

function RecordCompared({ target }: { target: Target }) {
  const { t } = useTranslation("versions");
  const { comparison, fields } = useDrifted();
  const { comeBack, compare } = useHistory();
  const words = useHistoryWords();
  const { onOpen } = useOpenPlace();
  const isBeside = useHasRoomBeside();
  if (!comparison || comparison.to !== null) return null;
  const name = words.version(comparison.from);

  function goBack() {
    // One thing at a time: the list would lie over the record.
    onOpen(null);
    comeBack();
  }

  return (
    <div className={styles.recordPast}>
      {t("authors.compared", { count: countWithin(fields, target), name })}{" "}
      {!isBeside && (
        <UnstyledButton className={styles.link} onClick={goBack}>
          {t("authors.comeBack")}
        </UnstyledButton>
      )}
      <UnstyledButton className={styles.link} onClick={() => compare(null)}>
        {t("authors.stop")}
      </UnstyledButton>
    </div>
  );
}
