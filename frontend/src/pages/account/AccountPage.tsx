import { Anchor, Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Account, accountQuery, asProblem } from "../../api";
import { AccountMenu, type OpenedDialog } from "../accounts/AccountMenu";
import { ImportPlan, NewPlan, RemoveAccount, RenameAccount } from "../accounts/dialogs";
import { PlanList } from "../accounts/PlanList";
import { lets } from "../accounts/rights";
import { ProblemBar } from "../forms";
import { MemberFrame } from "../member/MemberFrame";
import { AccountLogo } from "./AccountLogo";
import styles from "./AccountPage.module.css";
import { AccountPeople } from "./AccountPeople";

/** One account: its plans, its logo, and who may do what in it. */
export function AccountPage() {
  const { t } = useTranslation(["pages", "shell"]);
  const { accountId = "" } = useParams({ strict: false });
  const account = useQuery(accountQuery(accountId));
  const trail = (
    <Anchor component={Link} to="/">
      {t("accounts.title")}
    </Anchor>
  );
  if (account.data) return <OpenAccount account={account.data} trail={trail} />;
  return (
    <MemberFrame
      title={account.isError ? t("account.lost") : t("shell:loading")}
      trail={trail}
      isWaiting={account.isPending}
    >
      {account.isError ? (
        <ProblemBar problem={asProblem(account.error)} onAgain={() => void account.refetch()} />
      ) : (
        <Skeleton height={240} />
      )}
    </MemberFrame>
  );
}

function OpenAccount({ account, trail }: { account: Account; trail: React.ReactNode }) {
  const { t } = useTranslation("pages");
  const [opened, setOpened] = useState<OpenedDialog>("none");
  const close = () => setOpened("none");
  const manages = lets(account.role, "manage");
  return (
    <MemberFrame
      title={account.name}
      trail={trail}
      lead={t("account.lead", { role: t(`role.${account.role}`) })}
      actions={manages && <AccountActions account={account} onOpen={setOpened} />}
    >
      <section className={styles.section} aria-labelledby="plans">
        <h2 id="plans">{t("account.plans")}</h2>
        <div className={styles.panel}>
          <PlanList account={account} onCreate={() => setOpened("plan")} />
        </div>
      </section>
      <AccountPeople account={account} />
      {lets(account.role, "administer") && <AccountLogo account={account} />}
      <NewPlan account={account} opened={opened === "plan"} onClose={close} />
      <ImportPlan account={account} opened={opened === "import"} onClose={close} />
      <RenameAccount account={account} opened={opened === "rename"} onClose={close} />
      <RemoveAccount account={account} opened={opened === "remove"} onClose={close} />
    </MemberFrame>
  );
}

function AccountActions({ account, onOpen }: { account: Account; onOpen: (dialog: OpenedDialog) => void }) {
  const { t } = useTranslation("pages");
  return (
    <>
      <Button onClick={() => onOpen("plan")}>{t("plan.create")}</Button>
      <AccountMenu account={account} onOpen={onOpen} here />
    </>
  );
}
