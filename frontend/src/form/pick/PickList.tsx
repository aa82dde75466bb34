import { Combobox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PickerProps } from "./Picker";
import picker from "./Picker.module.css";
import { CREATE, type Pick } from "./usePick";

/** What a picker has found, and the offer to make what it has not. */
export function PickList({ labelledBy, picked, create, pick }: PickerProps & { pick: Pick }) {
  const { t } = useTranslation("form");
  const { found, wanted } = pick;
  return (
    <Combobox.Dropdown>
      <Combobox.Options labelledBy={labelledBy} className={picker.options}>
        {found.map(({ value, label, detail }) => (
          <Combobox.Option
            key={value}
            value={value}
            active={picked.includes(value)}
            className={picker.option}
          >
            <span aria-hidden="true" className={picker.tick}>
              {picked.includes(value) ? "✓" : ""}
            </span>
            <span>
              {label}
              {detail && <small>{detail}</small>}
            </span>
          </Combobox.Option>
        ))}
        {create && wanted !== null && (
          <Combobox.Option value={CREATE} className={picker.create}>
            {create.label(wanted)}
          </Combobox.Option>
        )}
        {found.length === 0 && wanted === null && <Combobox.Empty>{t("picker.nothing")}</Combobox.Empty>}
      </Combobox.Options>
    </Combobox.Dropdown>
  );
}
