import { NativeSelect } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { NOW, type Version } from "../../api";
import styles from "./history.module.css";
import { type Compared, useHistory } from "./historyContext";
import { useHistoryWords } from "./versionWords";

interface StatesChoiceProps {
  compared: Compared;
  /** The newest first. */
  versions: readonly Version[];
}

/** From which version, and to which or to now. */
export function StatesChoice({ compared, versions }: StatesChoiceProps) {
  const { t } = useTranslation("versions");
  const id = useId();
  const { compare } = useHistory();
  const words = useHistoryWords();
  const choices = versions.map((version) => ({ value: version.id, label: words.version(version) }));
  const at = versions.findIndex(({ id }) => id === compared.from);
  // Whatever is earlier than the first state would be told backwards.
  const later = at < 0 ? choices : choices.slice(0, at);
  return (
    <div className={styles.states}>
      <label htmlFor={`${id}-from`}>{t("from")}</label>
      <NativeSelect
        id={`${id}-from`}
        size="xs"
        value={compared.from}
        data={choices}
        onChange={(event) => compare(startingAt(event.currentTarget.value, compared.to, versions))}
      />
      <label htmlFor={`${id}-to`}>{t("to")}</label>
      <NativeSelect
        id={`${id}-to`}
        size="xs"
        value={compared.to}
        data={[{ value: NOW, label: t("now") }, ...later]}
        onChange={(event) => compare({ from: compared.from, to: event.currentTarget.value })}
      />
    </div>
  );
}

/** Begin at another version; an end that would lie before it becomes now. */
function startingAt(from: string, to: string, versions: readonly Version[]): Compared {
  const place = (id: string) => versions.findIndex((version) => version.id === id);
  return { from, to: to !== NOW && place(to) < place(from) ? to : NOW };
}
