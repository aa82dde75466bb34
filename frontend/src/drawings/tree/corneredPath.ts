interface Spot {
  x: number;
  y: number;
}

/** A line with corners as the path of an SVG, rounded where it turns. */
export function corneredPath(corners: readonly Spot[], radius = 8): string {
  const points = corners.filter((point, at) => at === 0 || !isSame(point, corners[at - 1]));
  return points
    .map((point, at) => {
      const [before, after] = [points[at - 1], points[at + 1]];
      if (before === undefined) return `M${spot(point)}`;
      if (after === undefined) return `L${spot(point)}`;
      return `L${spot(towards(point, before, radius))}Q${spot(point)} ${spot(towards(point, after, radius))}`;
    })
    .join("");
}

function towards(from: Spot, to: Spot, far: number): Spot {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = Math.min(far, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function isSame(a: Spot, b: Spot | undefined): boolean {
  return b !== undefined && a.x === b.x && a.y === b.y;
}

function spot({ x, y }: Spot): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}
