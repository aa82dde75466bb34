import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Change } from "../../api";
import { authorsOf, byTool, changedRecords, keyOf, type Narrowed } from "./changes";
import styles from "./history.module.css";
import { useHistoryWords } from "./versionWords";

interface NarrowedToProps {
  changes: readonly Change[];
  choice: Narrowed;
  onChoice(choice: Narrowed): void;
}

/** Narrows a long list to a tool or to what one person did; not offered where there is one of each. */
export function NarrowedTo({ changes, choice, onChoice }: NarrowedToProps) {
  const { t } = useTranslation("versions");
  const words = useHistoryWords();
  const tools = byTool(changedRecords(changes));
  const people = authorsOf(changes);
  if (tools.length < 2 && people.length < 2) return null;
  return (
    <div className={styles.narrowed}>
      <NativeSelect
        size="xs"
        aria-label={t("tool")}
        value={choice.tool}
        onChange={(event) => onChoice({ ...choice, tool: event.currentTarget.value })}
        data={[
          { value: "", label: t("everyTool") },
          ...tools.map(([key, records]) => ({
            value: key,
            label: t("inTool", { tool: t(`tool.${key}.label`, { ns: "plan" }), count: records.length }),
          })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t("who")}
        value={choice.person}
        onChange={(event) => onChoice({ ...choice, person: event.currentTarget.value })}
        data={[
          { value: "", label: t("everybody") },
          ...people.map((one) => ({ value: keyOf(one), label: words.person(one) })),
        ]}
      />
    </div>
  );
}
