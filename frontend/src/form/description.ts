/** What the plan's description says, looked up by key. Forms and tables know of fields only through this. */

import { createContext, useContext } from "react";
import {
  type FieldDescription,
  type PlanDescription,
  plan,
  type SectionDescription,
} from "../schema/plan.generated";

export type {
  FieldDescription,
  PlanDescription,
  SectionDescription,
  ToolDescription,
} from "../schema/plan.generated";

type OfKind<Field, Kind> = Field extends { readonly kind: infer Kinds }
  ? Kind extends Kinds
    ? Field
    : never
  : never;

/** The description of a field of one kind. */
export type FieldOf<Kind extends FieldDescription["kind"]> = OfKind<FieldDescription, Kind>;

export type WordsField = FieldOf<"text">;
export type NumberField = FieldOf<"number">;
export type ScaleField = FieldOf<"scale">;
export type ChoiceField = FieldOf<"choice">;
export type RefField = FieldOf<"ref">;
export type RefsField = FieldOf<"refs">;
export type PeopleField = FieldOf<"people">;
export type DayField = FieldOf<"day">;

/** The description pages are built from; another one stands in where a test adds a field. */
export const PlanDescriptionContext = createContext<PlanDescription>(plan);

interface Lookup {
  sections: ReadonlyMap<string, SectionDescription>;
  /** The section of facts that says in which currency the plan's amounts are. */
  currencyFrom: string | null;
}

const lookups = new WeakMap<PlanDescription, Lookup>();

/** The sections of a description by key; reckoned once for each description. */
export function lookupOf(description: PlanDescription): Lookup {
  const known = lookups.get(description);
  if (known !== undefined) return known;
  const sections = description.tools.flatMap((tool) => tool.sections);
  const speaks = sections.find((section) => !section.many && fieldIn(section, "currency") !== null);
  const lookup = {
    sections: new Map(sections.map((section) => [section.key as string, section])),
    currencyFrom: speaks?.key ?? null,
  };
  lookups.set(description, lookup);
  return lookup;
}

export function useLookup(): Lookup {
  return lookupOf(useContext(PlanDescriptionContext));
}

/** Returns the description of a section; a section that no tool declares is a mistake in the program. */
export function useSection(key: string): SectionDescription {
  const section = useLookup().sections.get(key);
  if (section === undefined) throw new Error(`No tool declares a section "${key}".`);
  return section;
}

export function fieldIn(section: SectionDescription, key: string): FieldDescription | null {
  return section.fields.find((field) => field.key === key) ?? null;
}

/** Returns the fields that people fill: all but those the program keeps for itself. */
export function fieldsToFill(section: SectionDescription): readonly FieldDescription[] {
  return section.fields.filter((field) => !field.system && field.kind !== "order");
}

/** Returns the field that somebody who has just added a record begins with. */
export function firstToFill(section: SectionDescription): string | null {
  return fieldsToFill(section)[0]?.key ?? null;
}

const EVIDENCE = /^evidence(_|$)/u;

/** True for the fields that every record carries to say how sure we are of it. */
export function isEvidence(field: FieldDescription): boolean {
  return EVIDENCE.test(field.key);
}
