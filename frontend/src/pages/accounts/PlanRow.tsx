import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type PlanInList, planDocumentAddress, type Role } from "../../api";
import { useFormats } from "../../ui";
import { type MenuEntry, MoreMenu } from "../menus/MoreMenu";
import { ChangePlan, DuplicatePlan, RemovePlan } from "./dialogs";
import styles from "./PlanList.module.css";
import { lets } from "./rights";

interface PlanRowProps {
  plan: PlanInList;
  role: Role;
  onRemoved: () => void;
}

type Opened = "none" | "change" | "duplicate" | "remove";

/** One plan in a list: its title leads there, the rest says how alive it is. */
export function PlanRow({ plan, role, onRemoved }: PlanRowProps) {
  const { t } = useTranslation("pages");
  const formats = useFormats();
  const [opened, setOpened] = useState<Opened>("none");
  const close = () => setOpened("none");
  return (
    <li className={styles.row}>
      <Link className={styles.title} to="/plans/$planId" params={{ planId: plan.id }}>
        {plan.title}
      </Link>
      <span className={styles.facts}>
        <span>{formats.years(plan.starts_on, plan.ends_on)}</span>
        <span>{t("plan.changed", { at: formats.moment(plan.changed_at) })}</span>
        <span>
          {plan.people_now > 0 && (
            <span className={styles.here}>{t("plan.peopleNow", { count: plan.people_now })}</span>
          )}
        </span>
      </span>
      <span className={styles.menu}>
        {lets(role, "export") && <PlanMenu plan={plan} role={role} onOpen={setOpened} />}
      </span>
      <ChangePlan plan={plan} opened={opened === "change"} onClose={close} />
      <DuplicatePlan plan={plan} opened={opened === "duplicate"} onClose={close} />
      <RemovePlan plan={plan} opened={opened === "remove"} onClose={close} onRemoved={onRemoved} />
    </li>
  );
}

interface PlanMenuProps {
  plan: PlanInList;
  role: Role;
  onOpen: (dialog: Opened) => void;
}

function PlanMenu({ plan, role, onOpen }: PlanMenuProps) {
  const { t } = useTranslation("pages");
  const entries: MenuEntry[] = [];
  if (lets(role, "manage")) {
    entries.push({ label: t("plan.change"), onClick: () => onOpen("change") });
    entries.push({ label: t("plan.duplicate"), onClick: () => onOpen("duplicate") });
  }
  entries.push({ label: t("plan.download"), download: planDocumentAddress(plan.id, "team") });
  if (lets(role, "remove")) {
    entries.push({ label: t("plan.remove"), danger: true, onClick: () => onOpen("remove") });
  }
  return <MoreMenu label={t("plan.more", { title: plan.title })} entries={entries} />;
}
