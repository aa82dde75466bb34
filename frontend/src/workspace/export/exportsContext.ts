import { createContext, useContext } from "react";
import type { Audience, Export } from "../../api";

/** A PDF on its way, or made. */
export interface FollowedExport {
  /** Of this page; the server's own comes with its answer. */
  key: number;
  audience: Audience;
  progress: Export | null;
  /** Why it could not be made, and what to do about it. */
  failure: { detail: string; remedy: string } | null;
}

export interface Exports {
  followed: readonly FollowedExport[];
  start(audience: Audience): void;
  /** Stop following it; what the server does meanwhile does no harm. */
  drop(key: number): void;
}

export const ExportsContext = createContext<Exports | null>(null);

export function useExports(): Exports {
  const exports = useContext(ExportsContext);
  if (!exports) throw new Error("useExports belongs inside <ExportsProvider>.");
  return exports;
}
