import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { FieldDescription, SectionDescription, ToolDescription } from "./description";

/** The words of the plan in the reader's language; what a catalogue lacks reads as it was declared. */
export interface Labels {
  tool(tool: ToolDescription, what: "label" | "help"): string;
  section(section: SectionDescription, what: "label" | "one" | "help" | "empty"): string;
  field(section: string, field: FieldDescription, what: "label" | "help"): string;
  /** A choice's words, or one of the named values a reference may take instead of a record. */
  choice(section: string, field: FieldDescription, value: string): string;
  /** The name of a step of a scale, or "" when its steps have none. */
  step(section: string, field: FieldDescription, value: number): string;
}

export function useLabels(): Labels {
  const { t } = useTranslation("plan");
  return useMemo(() => {
    const say = (key: string, declared: string) =>
      declared === "" ? "" : t(key, { defaultValue: declared });
    const fieldKey = (section: string, field: FieldDescription) => `section.${section}.fields.${field.key}`;
    return {
      tool: (tool, what) => say(`tool.${tool.key}.${what}`, tool[what]),
      section: (section, what) => say(`section.${section.key}.${what}`, section[what]),
      field: (section, field, what) => say(`${fieldKey(section, field)}.${what}`, field[what]),
      choice: (section, field, value) =>
        say(`${fieldKey(section, field)}.choices.${value}`, declaredChoice(field, value)),
      step: (section, field, value) =>
        say(`${fieldKey(section, field)}.labels.${value}`, declaredStep(field, value)),
    };
  }, [t]);
}

function declaredChoice(field: FieldDescription, value: string): string {
  const options = "choices" in field ? field.choices : "also" in field ? field.also : [];
  return options.find((option) => option.value === value)?.label ?? value;
}

function declaredStep(field: FieldDescription, value: number): string {
  return field.kind === "scale" ? (field.labels[value - field.low] ?? "") : "";
}
