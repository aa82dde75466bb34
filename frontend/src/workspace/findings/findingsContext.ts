import { createContext, useContext } from "react";
import type { Finding } from "../../collab";

/** The panel of findings, for what opens it and for what lies beside a place. */
export interface Findings {
  isShown: boolean;
  togglePanel(): void;
  closePanel(): void;
  /** The tool that the list is narrowed to, or "" for all of them. */
  tool: string;
  showTool(tool: string): void;
}

const SILENT: Findings = {
  isShown: false,
  togglePanel: () => {},
  closePanel: () => {},
  tool: "",
  showTool: () => {},
};

/** Outside of a workspace (a form shown on its own) there is no panel. */
export const FindingsContext = createContext<Findings>(SILENT);

export function useFindingsPanel(): Findings {
  return useContext(FindingsContext);
}

const NOTHING_ASIDE: ReadonlySet<string> = new Set();

/** The names of what was set aside; the same set until that changes, so that no field renders for a report. */
export const AsideContext = createContext<ReadonlySet<string>>(NOTHING_ASIDE);

export function useNamesAside(): ReadonlySet<string> {
  return useContext(AsideContext);
}

/** How many there are that must or should be mended. */
export function countPressing(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity !== "could").length;
}
