import { createContext, useContext } from "react";
import type { Change, Comparison } from "../../api";

/** Two states of the plan that are looked at side by side: ids of versions, the later one perhaps `NOW`. */
export interface Compared {
  from: string;
  to: string;
}

/** The panel of the plan's history, for what opens it and for what lies beside a record. */
export interface History {
  isShown: boolean;
  togglePanel(): void;
  /** Puts the panel away, and with it what is compared. */
  closePanel(): void;
  /** Puts the panel away and goes on comparing: records and fields say what changed. */
  stepAside(): void;
  /** Comes back to what is compared. */
  comeBack(): void;
  /** Null while no two states are compared. */
  compared: Compared | null;
  compare(states: Compared | null): void;
  /** Whether every field says who wrote it. */
  showsAuthors: boolean;
  toggleAuthors(): void;
}

const SILENT: History = {
  isShown: false,
  togglePanel: () => {},
  closePanel: () => {},
  stepAside: () => {},
  comeBack: () => {},
  compared: null,
  compare: () => {},
  showsAuthors: false,
  toggleAuthors: () => {},
};

/** Outside of a workspace (a form shown on its own) there is no history. */
export const HistoryContext = createContext<History>(SILENT);

export function useHistory(): History {
  return useContext(HistoryContext);
}

/** What a plan's pages know of the comparison that is under way. */
export interface Drifted {
  /** The comparison, once the server has made it. */
  comparison: Comparison | undefined;
  /** What changed from a version to now, by the field's place. */
  fields: ReadonlyMap<string, Change>;
}

export const NOTHING_COMPARED: Drifted = { comparison: undefined, fields: new Map() };

/** Apart from the panel, so that a field renders anew only for what it shows. */
export const DriftContext = createContext<Drifted>(NOTHING_COMPARED);

export function useDrifted(): Drifted {
  return useContext(DriftContext);
}
