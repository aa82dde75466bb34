import type { ComponentType } from "react";
import type { Row } from "../collab";
import type { SectionDescription } from "../form";

/** What a drawing is given: the same records as the table, and the way to open one of them. */
export interface DrawingProps {
  section: SectionDescription;
  /** What the section is called, for the drawing's accessible name. */
  label: string;
  /** The records that the filter leaves. */
  rows: readonly Row[];
  /** Every live record, in the plan's order. */
  all: readonly Row[];
  canEdit: boolean;
  /** Show a record with all its fields beside the drawing. */
  onOpen(id: string, field?: string | null): void;
}

/** A way to look at a section, beside its table; it has no data of its own. */
export interface Drawing {
  /** Names it: `ways.<key>` is its label, and what a person chose last is kept by it. */
  key: string;
  Page: ComponentType<DrawingProps>;
  /** Whether it is shown before somebody has chosen. */
  isUsual?: boolean;
  /** Whether it is the section's matrix with more to it; then the plain one is not offered, nor a filter. */
  isMatrix?: boolean;
  /** Whether it says something while the section is empty. */
  drawsNothing?: boolean;
}
