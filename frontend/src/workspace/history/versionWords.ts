import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Author, Version } from "../../api";
import { localeFor } from "../../ui";

export interface HistoryWords {
  /** "3 March", and of another year "3 March 2026". */
  day(iso: string): string;
  /** "3 March, 14:05". */
  moment(iso: string): string;
  /** "Mei Lin, Service". */
  person(author: Author): string;
  /** "Mei Lin and Ana Rossi". */
  people(authors: readonly Author[]): string;
  /** "Mei Lin, Service · 3 March, 14:05", or as much of it as is known. */
  signed(authors: readonly Author[], at: string | null): string;
  /** What a version is called: its own name, or why it was kept. */
  version(version: Version): string;
  /** Beneath a version's name: who kept it, and when. */
  kept(version: Version): string;
}

/** Who and when, in the reader's words. */
export function useHistoryWords(): HistoryWords {
  const { t, i18n } = useTranslation("versions");
  return useMemo(() => {
    const { day, time, list } = formatsOf(localeFor(i18n.language, navigator.languages ?? []));
    const moment = (iso: string) => t("moment", { day: day(iso), time: time(iso) });
    const person = ({ name, department }: Author) => (department ? t("person", { name, department }) : name);
    const signed = (authors: readonly Author[], at: string | null) =>
      [list(authors.map(person)), at && moment(at)].filter(Boolean).join(" · ");
    return {
      day,
      moment,
      person,
      people: (authors) => list(authors.map(({ name }) => name)),
      signed,
      version: ({ kind, name, made_by: by, made_at: at }) => {
        if (name) return name;
        if (kind === "daily") return t("kind.daily", { day: day(at) });
        if (kind === "named") return t("kind.unnamed", { day: day(at) });
        return by ? t("kind.beforeRestoreBy", { name: by.name }) : t("kind.beforeRestore");
      },
      kept: ({ kind, made_by: by, made_at: at }) =>
        signed(kind === "named" && by ? [by] : [], kind === "daily" ? null : at) ||
        t("kind.byItself", { time: time(at) }),
    };
  }, [t, i18n.language]);
}

/** A few formatters for a whole list: making one costs a hundred times what using it does. */
function formatsOf(locale: string) {
  const ofThisYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" });
  const ofAnyYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const thisYear = new Date().getFullYear();
  return {
    day: (iso: string) => {
      const at = momentOf(iso);
      return (at.getFullYear() === thisYear ? ofThisYear : ofAnyYear).format(at);
    },
    time: (iso: string) => time.format(momentOf(iso)),
    list: (names: readonly string[]) => list.format(names),
  };
}

/** The server's moments are UTC, with or without saying so. */
function momentOf(iso: string): Date {
  return new Date(/(Z|[+-]\d\d:?\d\d)$/.test(iso) ? iso : `${iso}Z`);
}
