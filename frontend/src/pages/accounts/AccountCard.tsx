import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Account } from "../../api";
import styles from "./AccountCard.module.css";
import { AccountMenu, type OpenedDialog } from "./AccountMenu";
import { AccountSign } from "./AccountSign";
import { ImportPlan, NewPlan, RemoveAccount, RenameAccount } from "./dialogs";
import { PlanList } from "./PlanList";
import { lets } from "./rights";

/** One account: its sign and name, its plans, and what one may do with it. */
export function AccountCard({ account }: { account: Account }) {
  const { t } = useTranslation("pages");
  const [opened, setOpened] = useState<OpenedDialog>("none");
  const close = () => setOpened("none");
  return (
    <section className={styles.card} aria-labelledby={`account-${account.id}`}>
      <div className={styles.head}>
        <AccountSign id={account.id} name={account.name} hasLogo={account.has_logo} />
        <h2 className={styles.name} id={`account-${account.id}`}>
          <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
            {account.name}
          </Link>
        </h2>
        <span className={styles.role}>{t(`role.${account.role}`)}</span>
        <div className={styles.actions}>
          {lets(account.role, "manage") && (
            <Button className={styles.create ?? ""} variant="default" onClick={() => setOpened("plan")}>
              {t("plan.create")}
            </Button>
          )}
          <AccountMenu account={account} onOpen={setOpened} />
        </div>
      </div>
      <PlanList account={account} onCreate={() => setOpened("plan")} />
      <NewPlan account={account} opened={opened === "plan"} onClose={close} />
      <ImportPlan account={account} opened={opened === "import"} onClose={close} />
      <RenameAccount account={account} opened={opened === "rename"} onClose={close} />
      <RemoveAccount account={account} opened={opened === "remove"} onClose={close} />
    </section>
  );
}
