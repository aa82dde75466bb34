import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Account, accountsQuery, asProblem, removedAccountsQuery, useRestoreAccount } from "../../api";
import { EmptyState } from "../../ui";
import { ProblemBar } from "../forms";
import { MemberFrame } from "../member/MemberFrame";
import { AccountCard } from "./AccountCard";
import styles from "./AccountsPage.module.css";
import { AccountsSkeleton } from "./AccountsSkeleton";
import { Bin } from "./Bin";
import { CreateAccount } from "./dialogs";
import { ListTools } from "./ListTools";
import { accountsWith, inOrder, type ListOrder } from "./listing";

/** Home: every account one has a part in, with its plans. */
export function AccountsPage() {
  const { t } = useTranslation("pages");
  const accounts = useQuery(accountsQuery);
  const [creating, setCreating] = useState(false);
  const create = <Button onClick={() => setCreating(true)}>{t("accounts.create")}</Button>;
  const isEmpty = accounts.data?.length === 0;
  return (
    <MemberFrame
      title={t("accounts.title")}
      lead={t("accounts.lead")}
      actions={accounts.data && !isEmpty && create}
    >
      {accounts.isError && (
        <ProblemBar problem={asProblem(accounts.error)} onAgain={() => void accounts.refetch()} />
      )}
      {accounts.isPending && <AccountsSkeleton />}
      {isEmpty && (
        <EmptyState title={t("accounts.emptyTitle")} action={create}>
          {t("accounts.emptyText")}
        </EmptyState>
      )}
      {accounts.data && !isEmpty && <AccountList accounts={accounts.data} />}
      {accounts.data && <RemovedAccounts />}
      <CreateAccount opened={creating} onClose={() => setCreating(false)} />
    </MemberFrame>
  );
}

function RemovedAccounts() {
  const { t } = useTranslation("pages");
  const removed = useQuery(removedAccountsQuery).data ?? [];
  const restore = useRestoreAccount();
  return (
    <div className={styles.removed}>
      <Bin
        title={t("accounts.bin", { count: removed.length })}
        things={removed.map(({ id, name }) => ({ id, name, at: null }))}
        restore={restore.mutateAsync}
      />
    </div>
  );
}

function AccountList({ accounts }: { accounts: Account[] }) {
  const { i18n } = useTranslation();
  const [words, setWords] = useState("");
  const [order, setOrder] = useState<ListOrder>("changed");
  const found = inOrder(accountsWith(accounts, useDeferredValue(words)), order, i18n.language);
  return (
    <>
      <ListTools words={words} onWords={setWords} order={order} onOrder={setOrder} found={found.length} />
      {found.length === 0 ? (
        <NothingFound words={words} onShowAll={() => setWords("")} />
      ) : (
        <ul className={styles.list}>
          {found.map((account) => (
            <li key={account.id}>
              <AccountCard account={account} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function NothingFound({ words, onShowAll }: { words: string; onShowAll: () => void }) {
  const { t } = useTranslation("pages");
  const showAll = (
    <Button variant="default" onClick={onShowAll}>
      {t("accounts.showAll")}
    </Button>
  );
  return <EmptyState title={t("accounts.noneTitle", { words })} action={showAll} />;
}
