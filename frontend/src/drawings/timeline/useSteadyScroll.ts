import { type RefObject, useLayoutEffect, useRef } from "react";
import { type Scale, xOf } from "./days";

/**
 * Keeps the same days in sight: at first those around today, and afterwards those that were in sight when
 * somebody's date makes the drawing begin earlier or when it is looked at from closer.
 */
export function useSteadyScroll(
  scroll: RefObject<HTMLElement | null>,
  scale: Scale,
  today: string,
  names: number,
): void {
  const last = useRef<Scale | null>(null);
  useLayoutEffect(() => {
    const element = scroll.current;
    if (element === null) return;
    const before = last.current;
    last.current = scale;
    if (before === null) {
      element.scrollLeft = xOf(scale, today) - (element.clientWidth - names) / 4;
      return;
    }
    const shift = xOf(scale, before.first);
    element.scrollLeft = element.scrollLeft * (scale.px / before.px) + shift;
  }, [scroll, scale, today, names]);
}
