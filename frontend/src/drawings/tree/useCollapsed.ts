import { useLocalStorage } from "@mantine/hooks";
import { useMemo } from "react";
import { usePlanSession } from "../../collab";

export interface Collapsed {
  ids: ReadonlySet<string>;
  toggle(id: string): void;
  replace(ids: readonly string[]): void;
}

/** Whose branches this person has folded away, on this device; `usual` holds until they choose. */
export function useCollapsed(map: string, usual: readonly string[]): Collapsed {
  const { planId } = usePlanSession();
  const [chosen, choose] = useLocalStorage<string[] | null>({
    key: `tavolo.folded.${map}.${planId}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const told = (chosen ?? usual).join(" ");
  const ids = useMemo(() => new Set(told === "" ? [] : told.split(" ")), [told]);
  return {
    ids,
    replace: (next) => choose([...next]),
    toggle: (id) => choose(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]),
  };
}
