import { Button, Popover } from "@mantine/core";
import { useState } from "react";
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
import { FilterField } from "./FilterField";
import type { TableViewing } from "./useTableView";
import styles from "./view.module.css";

interface FilterMenuProps {
  section: SectionDescription;
  rows: readonly Row[];
  viewing: TableViewing;
}

/** Filters by person, choice and yes or no; those that are on stand beside the button, each with a way out. */
export function FilterMenu(props: FilterMenuProps) {
  const { t } = useTranslation("tools");
  const [isOpen, setOpen] = useState(false);
  const fields = props.viewing.columns.filter(isFilterable);
  if (fields.length === 0) return null;
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <Button variant="default" onClick={() => setOpen(!isOpen)}>
            {t("filter.button")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <FilterFields {...props} fields={fields} />
        </Popover.Dropdown>
      </Popover>
      <ActiveFilters {...props} />
    </>
  );
}

function FilterFields({
  section,
  rows,
  viewing,
  fields,
}: FilterMenuProps & { fields: readonly FieldDescription[] }) {
  const labels = useLabels();
  const say = useSayFilter(section);
  const { view, setView } = viewing;
  return (
    <div className={styles.filters}>
      {fields.map((field) => (
        <FilterField
          key={field.key}
          label={labels.field(section.key, field, "label")}
          value={view.filters[field.key] ?? null}
          options={valuesIn(rows, field).map((value) => ({ value, label: say(field, value) }))}
          onChange={(value) =>
            setView((now) => ({ ...now, filters: withFilter(now.filters, field.key, value) }))
          }
        />
      ))}
    </div>
  );
}

function ActiveFilters({ section, viewing: { view, setView } }: FilterMenuProps) {
  const { t } = useTranslation("tools");
  const labels = useLabels();
  const say = useSayFilter(section);
  return Object.entries(view.filters).map(([key, value]) => {
    const field = fieldIn(section, key);
    if (field === null) return null;
    const words = `${labels.field(section.key, field, "label")}: ${say(field, value)}`;
    return (
      <button
        key={key}
        type="button"
        className={styles.filter}
        aria-label={t("filter.remove", { filter: words })}
        onClick={() => setView((now) => ({ ...now, filters: withFilter(now.filters, key, null) }))}
      >
        {words} <span aria-hidden="true">×</span>
      </button>
    );
  });
}

type Filters = TableViewing["view"]["filters"];

function withFilter(filters: Filters, key: string, value: string | null): Filters {
  const { [key]: _, ...others } = filters;
  return value === null ? others : { ...others, [key]: value };
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
