import { useStore } from "@xyflow/react";
import { type RefObject, useEffect } from "react";

/** Below this size the small print of a card cannot be read, and only names are shown, larger. */
const FAR = 0.5;

/** Marks the stage while the map is seen from far away; one listener for all cards. */
export function FarMark({ stage }: { stage: RefObject<HTMLElement | null> }) {
  const isFar = useStore(({ transform }) => transform[2] < FAR);
  useEffect(() => {
    if (stage.current) stage.current.toggleAttribute("data-far", isFar);
  }, [isFar, stage]);
  return null;
}
