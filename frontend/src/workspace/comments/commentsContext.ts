import { createContext, useContext } from "react";
import type { Target } from "../../collab";
import type { Thread, ThreadFilter } from "./threads";

/** The discussion beside the plan, for whatever shows a record or a field. */
export interface Comments {
  threads: readonly Thread[];
  /** The number of open threads in a tool. */
  openIn(toolKey: string): number;
  /** The number of open threads on a place and what lies within it. */
  openAt(target: Target): number;
  /** The number of open threads that wait for my word, because somebody mentioned me. */
  asked: number;
  /** Opens the panel at a record, a field or (id and field null) a section. */
  openThread(target: Target): void;
  /** What the panel shows; null while it is closed. */
  panel: PanelView | null;
  /** Opens the panel with every thread of the plan, or with mine when one of them waits for me; or closes it. */
  togglePanel(): void;
  closePanel(): void;
  showFilter(filter: ThreadFilter): void;
  showEverything(): void;
  /** Words begun and not yet sent, by where they belong; they outlive the panel. */
  drafts: Map<string, string>;
}

export interface PanelView {
  about: Target | null;
  filter: ThreadFilter;
  /** The record that was open over the page when the panel was opened from it. */
  overRecord: string | null;
}

const SILENT: Comments = {
  threads: [],
  openIn: () => 0,
  openAt: () => 0,
  asked: 0,
  openThread: () => {},
  panel: null,
  togglePanel: () => {},
  closePanel: () => {},
  showFilter: () => {},
  showEverything: () => {},
  drafts: new Map(),
};

/** Outside of a workspace (a form shown on its own) there is no discussion. */
export const CommentsContext = createContext<Comments>(SILENT);

export function useComments(): Comments {
  return useContext(CommentsContext);
}
