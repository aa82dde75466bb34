import { useId } from "react";
import { useTranslation } from "react-i18next";

interface FilterFieldProps {
  label: string;
  /** Null lets every row through. */
  value: string | null;
  options: readonly { value: string; label: string }[];
  onChange(value: string | null): void;
}

const ANY = "//any";

/** One way to filter: the values of a field, of which a row must have the one that is picked. */
export function FilterField({ label, value, options, onChange }: FilterFieldProps) {
  const { t } = useTranslation("tools");
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ANY}
        onChange={({ currentTarget }) => onChange(currentTarget.value === ANY ? null : currentTarget.value)}
      >
        <option value={ANY}>{t("filter.any")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </>
  );
}
