import { useMediaQuery } from "@mantine/hooks";

/** The widths at which the frame changes its shape; the style sheets say the same. */
const PHONE = "(max-width: 48em)";
const WITH_ROOM_BESIDE = "(min-width: 75em)";

const AT_ONCE = { getInitialValueInEffect: false };

/** A phone: one thing at a time. */
export function useIsPhone(): boolean {
  return useMediaQuery(PHONE, false, AT_ONCE);
}

/** Wide enough for navigation, a table and a panel side by side. */
export function useHasRoomBeside(): boolean {
  return useMediaQuery(WITH_ROOM_BESIDE, false, AT_ONCE);
}
