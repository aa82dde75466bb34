import { Button, Popover } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../collab";
import {
  type FieldDescription,
  fieldIn,
  type SectionDescription,
  useFormatValue,
  useLabels,
} from "../../form";
import { isFilterable, valuesIn } from "./arrange";
import type { TableViewing } from "./useTableView";
import styles from "./view.module.css";

interface FilterMenuProps {
  section: SectionDescription;
  rows: readonly Row[];
  viewing: TableViewing;
}

/** Filters by person, choice and yes or no; those that are on stand beside the button, each with a way out. */
export function FilterMenu({ section, rows, viewing }: FilterMenuProps) {
  const { t } = useTranslation("tools");
  const labels = useLabels();
  const say = useSayFilter(section);
  const [isOpen, setOpen] = useState(false);
  const { view, setView, columns } = viewing;
  const fields = columns.filter(isFilterable);
  const set = (key: string, value: string | null) =>
    setView((now) => {
      const { [key]: _, ...others } = now.filters;
      return { ...now, filters: value === null ? others : { ...others, [key]: value } };
    });
  if (fields.length === 0) return null;
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <Button variant="default" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
            {t("filter.button")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <div className={styles.filters}>
            {fields.map((field) => (
              <FilterField
                key={field.key}
                label={labels.field(section.key, field, "label")}
                value={view.filters[field.key] ?? null}
                options={valuesIn(rows, field).map((value) => ({ value, label: say(field, value) }))}
                onChange={(value) => set(field.key, value)}
              />
            ))}
          </div>
        </Popover.Dropdown>
      </Popover>
      {Object.entries(view.filters).map(([key, value]) => {
        const field = fieldIn(section, key);
        if (field === null) return null;
        const words = `${labels.field(section.key, field, "label")}: ${say(field, value)}`;
        return (
          <button
            key={key}
            type="button"
            className={styles.filter}
            aria-label={t("filter.remove", { filter: words })}
            onClick={() => set(key, null)}
          >
            {words} <span aria-hidden="true">×</span>
          </button>
        );
      })}
    </>
  );
}

interface FilterFieldProps {
  label: string;
  value: string | null;
  options: readonly { value: string; label: string }[];
  onChange(value: string | null): void;
}

const ANY = "//any";

function FilterField({ label, value, options, onChange }: FilterFieldProps) {
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

function useSayFilter(section: SectionDescription): (field: FieldDescription, value: string) => string {
  const { t } = useTranslation("tools");
  const format = useFormatValue();
  return (field, value) => {
    if (value === "") return t("filter.none");
    if (field.kind === "flag") return format(section.key, field, value === "true");
    return format(section.key, field, value) || t("table.unnamed");
  };
}
