import type { TFunction } from "i18next";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Person, useConnection, usePeople } from "../../collab";
import { useAnnounce } from "../../ui";

/** Comings and goings are gathered for this long; a reload of somebody's page is then no news at all. */
const GATHERED_MS = 6_000;

type Names = ReadonlyMap<string, string>;

/** Tells screen readers who came and who left, in one sentence for everything within a few seconds. */
export function usePeopleNews(): void {
  const { t, i18n } = useTranslation("workspace");
  const announce = useAnnounce();
  const isOnline = useConnection().status === "online";
  const people = usePeople();
  const known = useRef<Names | null>(null);
  const tell = useEffectEvent(() => {
    const now = namesOf(people);
    const news = known.current && peopleNews(known.current, now, t, i18n.language);
    known.current = now;
    if (news) announce(news);
  });
  useEffect(() => {
    // Without a connection nobody's coming is heard of; who is there afterwards is where it begins anew.
    if (!isOnline) known.current = null;
  }, [isOnline]);
  const present = people.map(({ participant }) => participant).join(" ");
  useEffect(() => {
    if (!isOnline || present === "") return;
    const timer = setTimeout(tell, GATHERED_MS);
    return () => clearTimeout(timer);
  }, [isOnline, present]);
}

/** What is to be said of two moments: "Mei joined. Ana and Jonas left.", or "" when nobody came or went. */
export function peopleNews(before: Names, now: Names, t: TFunction<"workspace">, language: string): string {
  const listing = new Intl.ListFormat(language, { type: "conjunction" });
  const came = [...now].filter(([participant]) => !before.has(participant)).map(([, name]) => name);
  const left = [...before].filter(([participant]) => !now.has(participant)).map(([, name]) => name);
  return [sentence("people.joined", came, listing, t), sentence("people.left", left, listing, t)]
    .filter(Boolean)
    .join(" ");
}

const MOST_NAMED = 3;

function sentence(
  key: "people.joined" | "people.left",
  names: readonly string[],
  listing: Intl.ListFormat,
  t: TFunction<"workspace">,
): string {
  if (names.length === 0) return "";
  if (names.length > MOST_NAMED) return t(`${key}Many`, { count: names.length });
  return t(key, { names: listing.format(names) });
}

function namesOf(people: readonly Person[]): Names {
  return new Map(people.filter(({ you }) => !you).map(({ participant, name }) => [participant, name]));
}
