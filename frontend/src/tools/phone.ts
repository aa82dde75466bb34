/** Where tables become cards. */
export const PHONE = "(max-width: 40em)";

/** Asked before the first drawing, so that no table flashes by on a phone. */
export const AT_ONCE = { getInitialValueInEffect: false };
