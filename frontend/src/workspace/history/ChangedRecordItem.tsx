import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Version } from "../../api";
import { useHasRoomBeside } from "../frame/screen";
import { useWorkspace } from "../frame/workspaceContext";
import { ChangeLine } from "./ChangeLine";
import { ChangeSign } from "./ChangeSign";
import type { ChangedRecord } from "./changes";
import type { Asked } from "./HistoryDialogs";
import styles from "./history.module.css";
import { useHistory } from "./historyContext";
import { useCanRestore } from "./useCanRestore";

/** More changes than this of one record are folded. */
const MOST = 5;

interface ChangedRecordItemProps {
  record: ChangedRecord;
  version: Version;
  onAsk(question: Asked): void;
}

/** One record: what became of it, sentence by sentence, and what can be done. */
export function ChangedRecordItem({ record, version, onAsk }: ChangedRecordItemProps) {
  const { t } = useTranslation("versions");
  const title = useTitle(record);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? record.changes : record.changes.slice(0, MOST);
  return (
    <li className={styles.record} data-kind={record.kind}>
      <div className={styles.recordHead}>
        <ChangeSign kind={record.kind} />
        <b className={styles.recordTitle}>{title}</b>
      </div>
      <ul className={styles.lines}>
        {shown.map((change) => (
          <ChangeLine key={`${change.code} ${change.where}`} change={change} />
        ))}
      </ul>
      {shown.length < record.changes.length && (
        <Button size="compact-xs" variant="subtle" className={styles.unfold} onClick={() => setWhole(true)}>
          {t("more", { count: record.changes.length - shown.length })}
        </Button>
      )}
      <Deeds record={record} title={title} version={version} onAsk={onAsk} />
    </li>
  );
}

function Deeds({ record, title, version, onAsk }: ChangedRecordItemProps & { title: string }) {
  const { t } = useTranslation("versions");
  const { goTo } = useWorkspace();
  const { stepAside } = useHistory();
  const isBeside = useHasRoomBeside();
  const canRestore = useCanRestore();
  return (
    <div className={styles.recordDeeds}>
      {record.kind !== "removed" && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t("goTo", { title })}
          onClick={() => {
            // Where the panel lies over the page, it would lie over the record as well.
            if (!isBeside) stepAside();
            goTo(record.target);
          }}
        >
          {t("goThere")}
        </Button>
      )}
      {canRestore && record.kind !== "affected" && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t("restore.record", { title })}
          onClick={() => onAsk({ deed: "restore", version, scope: { of: "record", key: record.key, title } })}
        >
          {t("restore.begin")}
        </Button>
      )}
    </div>
  );
}

/** What a record is called; a section of one record by its own name, a nameless record by its kind. */
function useTitle({ target, title }: ChangedRecord): string {
  const { t } = useTranslation("workspace");
  const { section, id } = target;
  if (id === null) return t(`section.${section}.label`, { ns: "plan" });
  return title || t("places.unnamed", { one: t(`section.${section}.one`, { ns: "plan" }) });
}
