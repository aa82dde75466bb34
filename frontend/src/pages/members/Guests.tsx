import { Button, Skeleton, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type Guest, guestsQuery, personAddress } from "../../api";
import { Avatar, useFormats } from "../../ui";
import { deferred, ProblemBar } from "../forms";
import { MoreMenu } from "../menus/MoreMenu";
import section from "./OpenInvitations.module.css";
import styles from "./PersonList.module.css";

const ErasePerson = deferred(async () => (await import("./ErasePerson")).ErasePerson);

const QUIET_MS = 250;

/** Everybody without an account who joined a plan, for whom the owner answers too. */
export function Guests() {
  const { t } = useTranslation("pages");
  const [words, setWords] = useState("");
  const [search] = useDebouncedValue(words.trim(), QUIET_MS);
  const list = useInfiniteQuery({ ...guestsQuery(search), placeholderData: keepPreviousData });
  const guests = list.data?.pages.flatMap((page) => page.guests);
  const isEmpty = guests?.length === 0;
  return (
    <section className={section.section} aria-labelledby="guests">
      <h2 id="guests">{t("guests.title")}</h2>
      <p className={section.lead}>{t("guests.lead")}</p>
      {!(isEmpty && search === "") && <Search words={words} onWords={setWords} />}
      {list.isError && <ProblemBar problem={asProblem(list.error)} onAgain={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={96} />}
      {guests && (
        <ul className={styles.list} aria-labelledby="guests">
          {isEmpty && <li className={styles.none}>{t(search ? "guests.notFound" : "guests.none")}</li>}
          {guests.map((guest) => (
            <GuestRow key={guest.id} guest={guest} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("guests.further")}
        </Button>
      )}
    </section>
  );
}

function Search({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const { t } = useTranslation("pages");
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers from before autumn 2023 do not know <search>
    <div role="search" className={section.search}>
      <TextInput
        type="search"
        aria-label={t("guests.search")}
        placeholder={t("guests.search")}
        maxLength={120}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
      />
    </div>
  );
}

/** One guest at one plan: who, where, since when, and what can be done with their data. */
function GuestRow({ guest }: { guest: Guest }) {
  const { t } = useTranslation("pages");
  const formats = useFormats();
  const [erasing, setErasing] = useState(false);
  const { id, name, department, plan, account, joined_at: joinedAt, removed } = guest;
  const joined = t("guests.joined", { at: formats.moment(joinedAt) });
  return (
    <li className={styles.row} data-off={removed}>
      <Avatar name={name} department={department} size={32} />
      <span className={styles.who}>
        <strong>{name}</strong>
        <small>{[department, `${account}: ${plan}`, joined].filter(Boolean).join(" · ")}</small>
      </span>
      <span className={styles.controls}>
        {removed && (
          <span className={styles.tag} data-tone="muted">
            {t("guests.removed")}
          </span>
        )}
        <MoreMenu
          label={t("members.more", { name })}
          entries={[
            { label: t("members.takeAlong"), download: personAddress(id) },
            { label: t("members.erase"), danger: true, onClick: () => setErasing(true) },
          ]}
        />
      </span>
      <ErasePerson
        id={id}
        name={name}
        goes={t("guests.eraseGoes")}
        proof={name}
        opened={erasing}
        onClose={() => setErasing(false)}
      />
    </li>
  );
}
