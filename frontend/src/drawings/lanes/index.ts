/** Records as cards in lanes side by side. */

export type { Lane, Spot } from "./arrange";
export { Lanes } from "./Lanes";
