import { createContext, useContext } from "react";

/** The name that is being typed on a card; `typed` replaces it, null begins with it as it is. */
export interface Renaming {
  id: string;
  typed: string | null;
}

/** What cards need to know beside their own division. */
export interface TreeState {
  renaming: Renaming | null;
  commit(id: string, name: string): void;
  leave(id: string, how: "keyboard" | "pointer"): void;
  toggle(id: string): void;
}

export const TreeContext = createContext<TreeState | null>(null);

export function useTree(): TreeState {
  const state = useContext(TreeContext);
  if (!state) throw new Error("useTree belongs inside the division map.");
  return state;
}
