import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { dayAt, type Scale } from "./days";

/** What an action without dates is told when it is dropped on a day. */
export type OnDay = (day: string) => void;

/** Makes the chart a place to drop actions that have no dates; returns the day that one is held over. */
export function useDropDay(
  scroll: RefObject<HTMLElement | null>,
  chart: RefObject<HTMLElement | null>,
  scale: Scale,
  canEdit: boolean,
): string | null {
  const [day, setDay] = useState<string | null>(null);
  const dayUnder = useEffectEvent((clientX: number) => {
    const left = chart.current?.getBoundingClientRect().left ?? 0;
    return dayAt(scale, Math.max(0, clientX - left));
  });
  useEffect(() => {
    const element = scroll.current;
    if (element === null || !canEdit) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data.onDay === "function",
      onDrag: ({ location }) => setDay(dayUnder(location.current.input.clientX)),
      onDragLeave: () => setDay(null),
      onDrop: ({ location, source }) => {
        setDay(null);
        (source.data.onDay as OnDay)(dayUnder(location.current.input.clientX));
      },
    });
  }, [scroll, canEdit]);
  return day;
}
