import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { usePlanSession } from "../../collab";
import { DRAG, dragOf, NOWHERE, othersDrags, type Spots, sameSpots } from "./dragging";

/** How long others are still shown where a piece was let go: the edit that puts it there must have come by then. */
const LINGER_MS = 600;

export interface Drags {
  own: Spots;
  others: Spots;
  /** Pieces in this person's hand are here now. Others are told through presence, at its own measured pace. */
  hold(spots: Spots): void;
  /** The hand is empty again. */
  release(): void;
}

/** What is being dragged on a canvas of a section's records, by this person and by others. */
export function useDrags(section: string): Drags {
  const { awareness } = usePlanSession();
  const [own, setOwn] = useState<Spots>(NOWHERE);
  const lingering = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const others = useOthersDrags(section);

  const hold = useCallback(
    (spots: Spots) => {
      clearTimeout(lingering.current);
      setOwn(spots);
      awareness.setLocalStateField(DRAG, dragOf(section, spots));
    },
    [awareness, section],
  );
  const release = useCallback(() => {
    setOwn(NOWHERE);
    clearTimeout(lingering.current);
    lingering.current = setTimeout(() => awareness.setLocalStateField(DRAG, null), LINGER_MS);
  }, [awareness]);

  useEffect(() => {
    return () => {
      clearTimeout(lingering.current);
      if (awareness.getLocalState()?.[DRAG]) awareness.setLocalStateField(DRAG, null);
    };
  }, [awareness]);

  return useMemo(() => ({ own, others, hold, release }), [own, others, hold, release]);
}

function useOthersDrags(section: string): Spots {
  const { awareness } = usePlanSession();
  const kept = useRef<Spots>(NOWHERE);
  const subscribe = useCallback(
    (listener: () => void) => {
      awareness.on("change", listener);
      return () => awareness.off("change", listener);
    },
    [awareness],
  );
  return useSyncExternalStore(subscribe, () => {
    const now = othersDrags(awareness, section);
    if (!sameSpots(now, kept.current)) kept.current = now;
    return kept.current;
  });
}
