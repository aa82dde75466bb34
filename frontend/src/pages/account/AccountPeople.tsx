import { Button, NativeSelect, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Account,
  type AccountMember,
  accountMembersQuery,
  asProblem,
  type Role,
  useSetAccountRole,
} from "../../api";
import { Avatar, useAnnounce } from "../../ui";
import { lets, ROLES } from "../accounts/rights";
import { deferred, ProblemBar } from "../forms";

import styles from "../members/PersonList.module.css";
import section from "./AccountPage.module.css";

const AddPerson = deferred(async () => (await import("./AddPerson")).AddPerson);

/** Who has a part in the account, as what. */
export function AccountPeople({ account }: { account: Account }) {
  const { t } = useTranslation("pages");
  const people = useQuery(accountMembersQuery(account.id));
  const [adding, setAdding] = useState(false);
  const administers = lets(account.role, "administer");
  return (
    <section className={section.section} aria-labelledby="people">
      <div className={section.head}>
        <h2 id="people">{t("account.people")}</h2>
        {administers && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t("account.add")}
          </Button>
        )}
      </div>
      {people.isError && (
        <ProblemBar problem={asProblem(people.error)} onAgain={() => void people.refetch()} />
      )}
      {people.isPending && <Skeleton height={96} />}
      {people.data && (
        <ul className={styles.list}>
          {people.data.map((person) => (
            <PersonRow key={person.id} account={account.id} person={person} administers={administers} />
          ))}
          {people.data.length === 0 && <li className={styles.none}>{t("account.nobody")}</li>}
        </ul>
      )}
      <AddPerson
        account={account}
        present={people.data ?? []}
        opened={adding}
        onClose={() => setAdding(false)}
      />
    </section>
  );
}

interface PersonRowProps {
  account: string;
  person: AccountMember;
  administers: boolean;
}

function PersonRow({ account, person, administers }: PersonRowProps) {
  const { t } = useTranslation("pages");
  const announce = useAnnounce();
  const setRole = useSetAccountRole(account);
  const { id, name, department, email } = person;

  function change(role: Role | null) {
    const words = role
      ? t("account.roleChanged", { name, role: t(`role.${role}`) })
      : t("account.closed", { name });
    setRole.mutate({ member: id, role }, { onSuccess: () => announce(words) });
  }

  return (
    <li className={styles.row}>
      <Avatar name={name} department={department} size={32} />
      <span className={styles.who}>
        <strong>{name}</strong>
        <small>{[department, email].filter(Boolean).join(" · ")}</small>
        {setRole.isError && <ProblemBar problem={asProblem(setRole.error)} />}
      </span>
      {administers ? (
        <PersonControls person={person} busy={setRole.isPending} onChange={change} />
      ) : (
        <span className={styles.said}>{t(`role.${person.role}`)}</span>
      )}
    </li>
  );
}

interface PersonControlsProps {
  person: AccountMember;
  busy: boolean;
  onChange: (role: Role | null) => void;
}

function PersonControls({ person, busy, onChange }: PersonControlsProps) {
  const { t } = useTranslation("pages");
  const { name } = person;
  return (
    <span className={styles.controls}>
      <NativeSelect
        aria-label={t("account.roleOf", { name })}
        value={person.role}
        disabled={busy}
        data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        onChange={(event) =>
          onChange(ROLES.find((role) => role === event.currentTarget.value) ?? person.role)
        }
      />
      <Button
        variant="subtle"
        disabled={busy}
        aria-label={t("account.closeFor", { name })}
        onClick={() => onChange(null)}
      >
        {t("account.close")}
      </Button>
    </span>
  );
}
