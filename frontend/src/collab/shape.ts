import { plan } from "../schema/plan.generated";

/** The part of the plan's description that a document needs; the generated description fits it. */
export interface PlanShape {
  readonly tools: readonly ToolShape[];
}

export interface ToolShape {
  readonly key: string;
  readonly sections: readonly SectionShape[];
}

export interface SectionShape {
  readonly key: string;
  readonly label: string;
  readonly many: boolean;
  readonly limit: number;
  readonly columns: readonly string[];
  readonly owned_by: string | null;
  readonly fields: readonly FieldShape[];
}

export interface FieldShape {
  readonly key: string;
  readonly kind: string;
  readonly label: string;
  readonly system: boolean;
}

/** A section with what is asked of it on every change looked up once. */
export interface SectionIndex {
  readonly key: string;
  readonly tool: string;
  readonly shape: SectionShape;
  readonly fields: ReadonlyMap<string, FieldShape>;
}

/** The sections of a plan by key. */
export type PlanIndex = ReadonlyMap<string, SectionIndex>;

export function indexOf(shape: PlanShape): PlanIndex {
  const sections = new Map<string, SectionIndex>();
  for (const tool of shape.tools) {
    for (const section of tool.sections) {
      const fields = new Map(section.fields.map((field) => [field.key, field]));
      sections.set(section.key, { key: section.key, tool: tool.key, shape: section, fields });
    }
  }
  return sections;
}

/** The shape of the plans of this installation. */
export const PLAN_SHAPE: PlanShape = plan;
