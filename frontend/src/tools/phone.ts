/** Where tables become cards. */
export const PHONE = "(max-width: 40em)";
