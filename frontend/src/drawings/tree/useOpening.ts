import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { AT_ONCE, PHONE } from "../../tools/phone";
import type { Box } from "../canvas";

/** So much of a map can be read on a phone. */
const READABLE = { width: 520, height: 640 };

/**
 * What is in view at first: everything, but on a phone the upper left corner at a size that can be read.
 *
 * From the first touch on, "Fit" means everything there too.
 */
export function useOpening(whole: Box): { frame: Box; onTouch(): void } {
  const isPhone = useMediaQuery(PHONE, false, AT_ONCE) ?? false;
  const [isTouched, setTouched] = useState(false);
  const { x, y, width, height } = whole;
  const part = { x, y, width: Math.min(width, READABLE.width), height: Math.min(height, READABLE.height) };
  return { frame: isPhone && !isTouched ? part : whole, onTouch: () => setTouched(true) };
}
