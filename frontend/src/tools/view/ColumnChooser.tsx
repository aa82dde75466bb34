import { Button, Checkbox, Popover } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type SectionDescription, useLabels } from "../../form";
import { choosableColumns } from "../table/columns";
import type { TableViewing } from "./useTableView";
import styles from "./view.module.css";

interface ColumnChooserProps {
  section: SectionDescription;
  viewing: TableViewing;
}

/** Which fields have a column; kept on this device, for this person. */
export function ColumnChooser({ section, viewing }: ColumnChooserProps) {
  const { t } = useTranslation("tools");
  const labels = useLabels();
  const [isOpen, setOpen] = useState(false);
  const shown = viewing.columns.map((field) => field.key);
  const toggle = (key: string) =>
    viewing.chooseColumns(shown.includes(key) ? shown.filter((one) => one !== key) : [...shown, key]);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t("columns.button")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <fieldset className={styles.columns}>
          <legend>{t("columns.title")}</legend>
          {choosableColumns(section).map((field) => (
            <Checkbox
              key={field.key}
              label={labels.field(section.key, field, "label")}
              checked={shown.includes(field.key)}
              disabled={field.key === section.title}
              onChange={() => toggle(field.key)}
            />
          ))}
          {viewing.hasOwnColumns && (
            <Button variant="subtle" size="xs" onClick={() => viewing.chooseColumns(null)}>
              {t("columns.reset")}
            </Button>
          )}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
