import type { i18n } from "i18next";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../collab";
import { moment } from "../../form/reading/calendar";
import { formatMoney } from "../../form/reading/formatting";
import { formatsFor, localeFor } from "../../ui";

export interface FindingWords {
  /** What is wrong and where. */
  message: string;
  /** What to do about it. */
  remedy: string;
}

/** Returns a function that says a finding in the reader's language, with its values as they write them. */
export function useFindingWords(): (finding: Finding) => FindingWords {
  const { t, i18n } = useTranslation(["plan", "findings"]);
  useMemo(() => teachFormats(i18n), [i18n]);
  const locale = localeFor(i18n.language, navigator.languages ?? []);
  return useCallback(
    ({ code, values }) => {
      const untitled = t("untitled", { ns: "findings" });
      const replace = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, value === "" ? untitled : value]),
      );
      const count = typeof values.count === "number" ? { count: values.count } : {};
      const say = (part: string) =>
        t(`plan:findings.${code}.${part}`, { ...count, replace, locale, defaultValue: "" });
      return { message: say("message") || t("unknown", { ns: "findings" }), remedy: say("remedy") };
    },
    [t, locale],
  );
}

const CURRENCY = /^[A-Z]{3}$/;

/** The types of values that a finding has and i18next does not know by itself. */
const FORMATS: Record<string, (value: unknown, locale: string, values: Record<string, unknown>) => string> = {
  day: (value, locale) => formatsFor(locale).day(String(value)),
  month: (value, locale) =>
    new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
      moment(`${value}-01`),
    ),
  percent: (value, locale) =>
    new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(Number(value)),
  money: (value, locale, { currency }) =>
    typeof currency === "string" && CURRENCY.test(currency)
      ? formatMoney(Number(value), locale, currency)
      : new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(Number(value)),
};

function teachFormats({ services: { formatter }, language }: i18n): void {
  for (const [name, format] of Object.entries(FORMATS)) {
    formatter?.add(name, (value, lng, options) => format(value, options.locale ?? lng ?? language, options));
  }
}
