import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Bound } from "../forms";
import { ROLES } from "./rights";

/** A role, with what it lets somebody do. */
export function RoleField({ bound }: { bound: Bound }) {
  const { t } = useTranslation("pages");
  return (
    <NativeSelect
      {...bound}
      label={t("field.role")}
      description={t(`roleHelp.${bound.value}`)}
      data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
    />
  );
}
