import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Cover } from "./coverage";
import type { Stakeholder } from "./person";
import { useCoverWords } from "./useCoverWords";
import { usePersonWords } from "./usePersonWords";

/** Returns a function that says everything about somebody that their card shows. */
export function useSpoken(people: readonly Stakeholder[]) {
  const { t } = useTranslation("stakeholderMap");
  const { nameOf, describe } = usePersonWords();
  const sayCover = useCoverWords();
  return useMemo(() => {
    const known = new Map(people.map((person) => [person.id, person]));
    return (person: Stakeholder, covers: readonly Cover[], below: number): string => {
      const boss = person.boss === null ? undefined : known.get(person.boss);
      const parts = [
        nameOf(person),
        person.title,
        describe(person),
        person.power === null ? "" : t("card.power", { power: person.power }),
        boss ? t("spoken.boss", { name: nameOf(boss) }) : "",
        below > 0 ? t("spoken.below", { count: below }) : "",
        covers.length > 0 ? t("spoken.covers", { who: covers.map(sayCover).join("; ") }) : t("spoken.nobody"),
      ];
      return parts.filter((part) => part !== "").join(". ");
    };
  }, [people, t, nameOf, describe, sayCover]);
}
