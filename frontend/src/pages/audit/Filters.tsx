import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type AuditFilter, type Deed, membersQuery } from "../../api";
import styles from "./AuditPage.module.css";
import { DEEDS } from "./deeds";

interface FiltersProps {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}

/** Narrows the log to one kind of deed, and to what one member did or had done to them. */
export function Filters({ filter, onChange }: FiltersProps) {
  const { t } = useTranslation("audit");
  const members = useQuery(membersQuery).data ?? [];
  const all = { value: "", label: t("all") };
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={t("filter.deed")}
        value={filter.deed ?? ""}
        data={[all, ...DEEDS.map((deed) => ({ value: deed, label: t(`kind.${deed}`) }))]}
        onChange={({ currentTarget }) =>
          onChange({ ...filter, deed: DEEDS.find((deed: Deed) => deed === currentTarget.value) ?? null })
        }
      />
      <NativeSelect
        label={t("filter.person")}
        value={filter.person ?? ""}
        data={[all, ...members.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={({ currentTarget }) => onChange({ ...filter, person: currentTarget.value || null })}
      />
    </div>
  );
}
