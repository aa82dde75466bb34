import { createContext, type ReactNode, useCallback, useContext, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFacts, usePlanSession, type Value } from "../../collab";
import { localeFor } from "../../ui";
import { type FieldDescription, useLookup } from "../description";
import { useLabels } from "../labels";
import { nameOfPerson, nameOfRecord } from "../names";
import { localToday } from "./calendar";
import type { DayWords } from "./days";
import { formatValue, type Reader } from "./formatting";
import type { Circumstances } from "./writing";

const ReaderContext = createContext<Reader | null>(null);

/**
 * Gives what formatting needs to everything inside, once.
 *
 * A table has hundreds of cells; were each to watch the plan's currency itself, every letter typed into
 * the customer's profile would render them all.
 */
export function ReaderProvider({ children }: { children: ReactNode }) {
  const isGiven = useContext(ReaderContext) !== null;
  return isGiven ? children : <NewReader>{children}</NewReader>;
}

function NewReader({ children }: { children: ReactNode }) {
  const { t } = useTranslation("form");
  const locale = useLocale();
  const labels = useLabels();
  const lookup = useLookup();
  const { doc, awareness } = usePlanSession();
  const said = useFacts(lookup.currencyFrom ?? "").values.currency;
  const currency = typeof said === "string" ? said : null;
  const reader = useMemo<Reader>(
    () => ({
      locale,
      labels,
      currency,
      nameOf: (section, id) => nameOfRecord(doc, lookup, section, id),
      personNamed: (key) => nameOfPerson(awareness, key),
      words: { yes: t("flag.yes"), no: t("flag.no"), lost: t("reference.lost") },
    }),
    [locale, labels, currency, doc, awareness, lookup, t],
  );
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

/** The reader's locale: their own region's habits where these are in the page's language. */
export function useLocale(): string {
  const { i18n } = useTranslation();
  return useMemo(() => localeFor(i18n.language, navigator.languages ?? []), [i18n.language]);
}

/** What formatting needs to know; the same object until the language or the plan's currency changes. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (reader === null) throw new Error("Values are only read inside a ReaderProvider.");
  return reader;
}

/** Returns a function that says a value of a field in words. */
export function useFormatValue(): (
  section: string,
  field: FieldDescription,
  value: Value,
  currency?: Value,
) => string {
  const reader = useReader();
  return useCallback(
    (section, field, value, currency) => formatValue(section, field, value, reader, currency),
    [reader],
  );
}

/** What typing depends on: whose language, which currency, which day it is. */
export function useCircumstances(recordCurrency: Value | undefined): Circumstances {
  const { t } = useTranslation("form");
  const reader = useReader();
  const currency = typeof recordCurrency === "string" ? recordCurrency : reader.currency;
  return useMemo(
    () => ({
      locale: reader.locale,
      currency,
      today: localToday(new Date()),
      dayWords: t("day.words", { returnObjects: true }) as DayWords,
    }),
    [reader.locale, currency, t],
  );
}
