import { useTranslation } from "react-i18next";
import { useEdits, useFocusTarget } from "../../collab";
import styles from "./heat.module.css";

const WEIGHTS = [1, 2, 3, 4, 5] as const;

interface WeightProps {
  criterion: string;
  name: string;
  weight: number | null;
  canEdit: boolean;
}

/** How much a criterion counts for the customer, to be changed where it is read. */
export function Weight({ criterion, name, weight, canEdit }: WeightProps) {
  const { t } = useTranslation("heatMap");
  const edits = useEdits();
  const focus = useFocusTarget({ section: "buying_criteria", id: criterion, field: "weight" });
  if (!canEdit) {
    return (
      <span className={styles.weight}>{weight === null ? t("weight.none") : t("weight.is", { weight })}</span>
    );
  }
  return (
    <select
      className={styles.weight}
      aria-label={t("weight.of", { name })}
      value={weight ?? ""}
      onChange={({ currentTarget: { value } }) =>
        edits.set("buying_criteria", criterion, "weight", value === "" ? null : Number(value))
      }
      {...focus}
    >
      <option value="">{t("weight.none")}</option>
      {WEIGHTS.map((one) => (
        <option key={one} value={one}>
          {t("weight.is", { weight: one })}
        </option>
      ))}
    </select>
  );
}
