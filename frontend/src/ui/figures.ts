import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { localeFor } from "./formats";

export interface Figures {
  /** 0.275 → `28 %` as the reader writes it. */
  share(value: number): string;
  /** 3.36363 → `3.4`. */
  score(value: number): string;
  /** A difference with its sign: `+2`, `−0.5`, `0`. */
  lead(value: number): string;
  /** An amount in few characters: `€9.6M`; without a currency `9.6M`. */
  amount(value: number, currency: string | null): string;
  /** `A, B and C`. */
  list(names: readonly string[]): string;
}

/** Formats for figures that a person compares at a glance, in the reader's language. */
export function useFigures(): Figures {
  const { i18n } = useTranslation();
  return useMemo(() => figuresFor(localeFor(i18n.language, navigator.languages ?? [])), [i18n.language]);
}

export function figuresFor(locale: string): Figures {
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const score = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const lead = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: "negative" });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const amounts = new Map<string, Intl.NumberFormat>();
  return {
    share: (value) => share.format(value),
    score: (value) => score.format(value),
    // A hyphen is read as a dash; a minus has the width of a plus.
    lead: (value) => (round(value) > 0 ? "+" : "") + lead.format(round(value)).replace("-", "−"),
    amount: (value, currency) => {
      const known = amounts.get(currency ?? "") ?? amountsIn(locale, currency);
      amounts.set(currency ?? "", known);
      return known.format(value);
    },
    list: (names) => list.format(names),
  };
}

function amountsIn(locale: string, currency: string | null): Intl.NumberFormat {
  const money = currency === null ? {} : ({ style: "currency", currency } as const);
  return new Intl.NumberFormat(locale, {
    ...money,
    ...(currency !== null && { currencyDisplay: "narrowSymbol" }),
    notation: "compact",
    maximumSignificantDigits: 3,
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
