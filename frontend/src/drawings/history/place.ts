/** Where things stand on the sheet, in pixels from its left and top. */

/** Room on the left for the names of the lines. */
export const LEFT = 104;
/** Room on the right for the label of the last event. */
export const RIGHT = 168;

/** The height of a step of what they felt; labels of three lines fit, and so do three lanes of marks. */
export const STEP = 76;
/** Room above for the years, also where a label of three lines stands in the lane above the highest line. */
const TOP = 84;

export const FELT = [2, 1, 0, -1, -2] as const;

/** Upon the line, above it, below it. */
export const EVENT_LANES = [0, -26, 26] as const;
/** From one lane of what customers said to the next, and how many lanes there may be. */
export const VOICE_LANE = 26;
export const MOST_VOICE_LANES = 10;

/** The middle of the line of an event; what nobody has felt anything about stands in the middle. */
export function yOf(felt: number | null): number {
  return TOP + (2 - (felt ?? 0)) * STEP;
}

/** Under the lowest line: what customers said. */
export const VOICES = TOP + 4 * STEP + 56;

export function heightOf(voiceLanes: number): number {
  return VOICES + (voiceLanes > 0 ? voiceLanes * VOICE_LANE + 10 : -12);
}
