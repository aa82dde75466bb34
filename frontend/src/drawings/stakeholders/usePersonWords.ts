import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLabels, useSection } from "../../form";
import type { Stakeholder } from "./person";

export interface PersonWords {
  /** What somebody is called; a nameless one by what they are. */
  nameOf(person: Pick<Stakeholder, "name">): string;
  /** The step of a scale in words, such as "Sceptic". */
  step(field: "stance" | "relationship_now" | "relationship_wanted" | "power", value: number): string;
  /** Stance and relationship in words, for whoever cannot see the glyph. */
  describe(person: Pick<Stakeholder, "stance" | "now" | "wanted">): string;
}

export function usePersonWords(): PersonWords {
  const { t } = useTranslation(["stakeholderMap", "form"]);
  const labels = useLabels();
  const section = useSection("stakeholders");
  return useMemo(() => {
    const step: PersonWords["step"] = (key, value) => {
      const field = section.fields.find((one) => one.key === key);
      return field ? labels.step(section.key, field, value) : String(value);
    };
    return {
      step,
      nameOf: ({ name }) => name || t("form:reference.unnamed", { one: labels.section(section, "one") }),
      describe: ({ stance, now, wanted }) =>
        [
          stance === null ? t("person.stanceUnsaid") : step("stance", stance),
          now === null ? "" : t("person.now", { now: step("relationship_now", now) }),
          wanted === null ? "" : t("person.wanted", { wanted: step("relationship_wanted", wanted) }),
        ]
          .filter((part) => part !== "")
          .join(", "),
    };
  }, [t, labels, section]);
}
