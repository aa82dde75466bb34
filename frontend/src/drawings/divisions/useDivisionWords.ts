import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { fieldIn, formatMoney, useLabels, useReader, useSection } from "../../form";
import type { Division, Revenue } from "./division";

export interface DivisionWords {
  /** What it is called; a nameless one by what it is. */
  nameOf(division: Pick<Division, "name">): string;
  /** Its level, site and country: "Region · Port Alder, Alderland". */
  placeOf(division: Division): string;
  revenue(revenue: Revenue): string;
  /** Everything that the card shows, in sentences. */
  speak(division: Division, revenue: Revenue | undefined, above: string | null): string;
}

export function useDivisionWords(): DivisionWords {
  const { t } = useTranslation(["divisionMap", "form"]);
  const labels = useLabels();
  const section = useSection("divisions");
  const { locale, currency } = useReader();
  return useMemo(() => {
    const level = fieldIn(section, "level");
    const amount = (value: number) =>
      currency === null ? new Intl.NumberFormat(locale).format(value) : formatMoney(value, locale, currency);
    const words: DivisionWords = {
      nameOf: ({ name }) => name || t("form:reference.unnamed", { one: labels.section(section, "one") }),
      placeOf: ({ level: step, site, country }) =>
        [
          step !== null && level ? labels.choice("divisions", level, step) : "",
          [site, country].filter((part) => part !== "").join(", "),
        ]
          .filter((part) => part !== "")
          .join(" · "),
      revenue: ({ current, potential }) =>
        potential > 0
          ? t("card.share", { current: amount(current), potential: amount(potential) })
          : t("card.revenue", { current: amount(current) }),
      speak: (division, revenue, above) =>
        [
          words.nameOf(division),
          words.placeOf(division),
          division.headcount === null ? "" : t("card.people", { count: division.headcount }),
          revenue ? words.revenue(revenue) : "",
          above === null ? "" : t("spoken.above", { name: above }),
          division.buys,
        ]
          .filter((part) => part !== "")
          .join(". "),
    };
    return words;
  }, [t, labels, section, locale, currency]);
}
