import { Button } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Version } from "../../api";
import type { ToolKey } from "../../schema/plan.generated";
import { ChangedRecordItem } from "./ChangedRecordItem";
import type { ChangedRecord } from "./changes";
import type { Asked } from "./HistoryDialogs";
import styles from "./history.module.css";
import { useCanRestore } from "./useCanRestore";

/** More than this of one tool is not read at once. */
const MOST = 12;

interface ChangedToolProps {
  tool: ToolKey;
  records: readonly ChangedRecord[];
  /** The version they changed from. */
  version: Version;
  onAsk(question: Asked): void;
}

/** What changed in one tool, and the way back to how it was. */
export function ChangedTool({ tool, records, version, onAsk }: ChangedToolProps) {
  const { t } = useTranslation("versions");
  const id = useId();
  const canRestore = useCanRestore();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? records : records.slice(0, MOST);
  const name = t(`tool.${tool}.label`, { ns: "plan" });
  return (
    <section aria-labelledby={id}>
      <div className={styles.toolHead}>
        <h3 id={id}>{t("inTool", { tool: name, count: records.length })}</h3>
        {canRestore && records.some(({ kind }) => kind !== "affected") && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t("restore.tool", { tool: name })}
            onClick={() => onAsk({ deed: "restore", version, scope: { of: "tool", tool } })}
          >
            {t("restore.begin")}
          </Button>
        )}
      </div>
      <ul className={styles.records}>
        {shown.map((record) => (
          <ChangedRecordItem key={record.key} record={record} version={version} onAsk={onAsk} />
        ))}
      </ul>
      {shown.length < records.length && (
        <Button size="xs" variant="default" onClick={() => setWhole(true)}>
          {t("more", { count: records.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
