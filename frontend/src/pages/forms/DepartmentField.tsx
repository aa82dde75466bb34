import { TextInput } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { colorOf, USUAL_DEPARTMENTS } from "../../ui";
import styles from "./DepartmentField.module.css";
import type { Bound } from "./useForm";

interface DepartmentFieldProps {
  bound: Bound;
  size?: "sm" | "md";
  description?: string;
  /** Shows the usual departments to tap; else they are offered while typing. */
  withChoices?: boolean;
}

/** A department: any, with the usual ones a tap or a letter away. */
export function DepartmentField({
  bound,
  size = "md",
  description,
  withChoices = false,
}: DepartmentFieldProps) {
  const { t } = useTranslation("pages");
  const list = useId();
  const usual = USUAL_DEPARTMENTS.map((department) => t(`department.${department}`));
  return (
    <div>
      <TextInput
        {...bound}
        size={size}
        label={t("field.department")}
        description={description}
        list={withChoices ? undefined : list}
        autoComplete="off"
        maxLength={120}
      />
      {withChoices ? (
        <Choices names={usual} chosen={bound.value} onChoose={bound.onChange} />
      ) : (
        <datalist id={list}>
          {usual.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </div>
  );
}

interface ChoicesProps {
  names: readonly string[];
  chosen: string;
  onChoose: (name: string) => void;
}

function Choices({ names, chosen, onChoose }: ChoicesProps) {
  const { t } = useTranslation("pages");
  return (
    <fieldset className={styles.choices} aria-label={t("department.usual")}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className={styles.choice}
          aria-pressed={name === chosen}
          onClick={() => onChoose(name)}
        >
          <i style={{ background: colorOf(name) }} />
          {name}
        </button>
      ))}
    </fieldset>
  );
}
