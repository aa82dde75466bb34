import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./Flag.module.css";
import type { InputProps } from "./inputProps";

/** Yes or no; not said yet counts as no. */
export function FlagInput(props: InputProps) {
  const { t } = useTranslation("form");
  const isYes = props.value === true;
  return (
    <div className={styles.flag}>
      <Checkbox
        id={props.id}
        checked={isYes}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        onChange={(event) => props.onCommit(event.currentTarget.checked)}
      />
      <span aria-hidden="true">{isYes ? t("flag.yes") : t("flag.no")}</span>
    </div>
  );
}
