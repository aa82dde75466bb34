"""The TypeScript shapes of what `planning.describe` returns; a new kind of field is added here too."""

SHAPES = """\
/** Who did something and when. */
export interface Stamp {
  readonly key: string;
  readonly name: string;
  readonly department: string;
  readonly at: string;
}

export type Audience = "team" | "customer";

export interface ChoiceDescription {
  readonly value: string;
  readonly label: string;
}

interface FieldBase {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly audience: Audience;
  readonly system: boolean;
}

/** A field as it was declared; what it has beside the base depends on its kind. */
export type FieldDescription =
  | (FieldBase & {
      readonly kind: "text" | "long_text" | "rich_text" | "email" | "web_link";
      readonly most: number;
    })
  | (FieldBase & { readonly kind: "choice" | "choices"; readonly choices: readonly ChoiceDescription[] })
  | (FieldBase & {
      readonly kind: "number" | "money" | "percent" | "year";
      readonly low: number | null;
      readonly high: number | null;
      readonly unit: string;
      readonly whole: boolean;
    })
  | (FieldBase & {
      readonly kind: "scale";
      readonly low: number;
      readonly high: number;
      readonly labels: readonly string[];
    })
  | (FieldBase & {
      readonly kind: "ref";
      readonly to: SectionKey;
      readonly also: readonly ChoiceDescription[];
    })
  | (FieldBase & { readonly kind: "refs"; readonly to: SectionKey; readonly most: number })
  | (FieldBase & { readonly kind: "people"; readonly most: number })
  | (FieldBase & { readonly kind: "day" | "flag" | "target" | "order" | "stamp" });

export type FieldKind = FieldDescription["kind"];

export interface SectionDescription {
  readonly key: SectionKey;
  readonly tool: ToolKey;
  readonly label: string;
  readonly one: string;
  readonly help: string;
  readonly empty: string;
  readonly audience: Audience;
  readonly many: boolean;
  readonly limit: number;
  readonly title: string;
  readonly columns: readonly string[];
  readonly shared_by: string | null;
  readonly only_when_named: boolean;
  readonly only_with: readonly string[];
  readonly owned_by: string | null;
  readonly fields: readonly FieldDescription[];
}

export interface ToolDescription {
  readonly key: ToolKey;
  readonly part: PartKey;
  readonly label: string;
  readonly help: string;
  readonly sections: readonly SectionDescription[];
}

export interface PlanDescription {
  readonly version: number;
  readonly parts: readonly { readonly key: PartKey; readonly label: string }[];
  readonly tools: readonly ToolDescription[];
}
"""
