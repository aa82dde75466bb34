import { type Box, boxAround } from "./geometry";

/** How large the overview is, in pixels. */
export const ROOM = { width: 200, height: 150 } as const;

/** Free space around everything, in pixels of the overview. */
const MARGIN = 8;

/** How what is on the canvas is drawn small: `left` and `top` are where its origin lies. */
export interface Reduction {
  scale: number;
  left: number;
  top: number;
}

/** Everything, in the middle of the overview, as large as fits. */
export function reductionOf(pieces: readonly Box[]): Reduction {
  const { x, y, width, height } = boxAround(pieces) ?? { x: 0, y: 0, ...ROOM };
  const scale = Math.min((ROOM.width - 2 * MARGIN) / width, (ROOM.height - 2 * MARGIN) / height);
  return {
    scale,
    left: (ROOM.width - width * scale) / 2 - x * scale,
    top: (ROOM.height - height * scale) / 2 - y * scale,
  };
}

/** All pieces as one path, in the pixels of the overview: two hundred elements would cost as many layouts. */
export function pathOf(pieces: readonly Box[], { scale, left, top }: Reduction): string {
  const short = (value: number) => Number(value.toFixed(1));
  return pieces
    .map(({ x, y, width, height }) => {
      const [across, down] = [short(width * scale), short(height * scale)];
      return `M${short(left + x * scale)} ${short(top + y * scale)}h${across}v${down}h${-across}z`;
    })
    .join("");
}

/** What of the canvas is in view, as a box of the overview. */
export function windowIn(
  { scale, left, top }: Reduction,
  [x, y, zoom]: readonly [number, number, number],
  { width, height }: { width: number; height: number },
): Box {
  const share = scale / zoom;
  return { x: left - x * share, y: top - y * share, width: width * share, height: height * share };
}
