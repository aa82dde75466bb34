import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Account, accountsQuery, asProblem, removedAccountsQuery, useRestoreAccount } from "../../api";
import { EmptyState, useFormats } from "../../ui";
import { ProblemBar } from "../forms";
import { MemberFrame } from "../member/MemberFrame";
import { AccountCard } from "./AccountCard";
import styles from "./AccountsPage.module.css";
import { AccountsSkeleton } from "./AccountsSkeleton";
import { Bin } from "./Bin";
import { CreateAccount } from "./dialogs";
import { accountsWith, inOrder, type ListOrder, ORDERS } from "./listing";

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
  const { t, i18n } = useTranslation("pages");
  const formats = useFormats();
  const [words, setWords] = useState("");
  const [order, setOrder] = useState<ListOrder>("changed");
  const found = inOrder(accountsWith(accounts, useDeferredValue(words)), order, i18n.language);
  return (
    <>
      <search className={styles.tools}>
        <TextInput
          className={styles.search}
          type="search"
          aria-label={t("accounts.search")}
          placeholder={t("accounts.search")}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <NativeSelect
          aria-label={t("accounts.order")}
          value={order}
          data={ORDERS.map((value) => ({ value, label: t(`accounts.orders.${value}`) }))}
          onChange={(event) => setOrder(ORDERS.find((o) => o === event.currentTarget.value) ?? "changed")}
        />
        <span className={styles.count} role="status">
          {t("accounts.count", { count: found.length, shown: formats.number(found.length) })}
        </span>
      </search>
      {found.length === 0 ? (
        <EmptyState
          title={t("accounts.noneTitle", { words })}
          action={
            <Button variant="default" onClick={() => setWords("")}>
              {t("accounts.showAll")}
            </Button>
          }
        />
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
