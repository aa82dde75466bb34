import type { TreeLink } from "./treeLayout";

export type Step = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

export function isStep(key: string): key is Step {
  return /^Arrow(Up|Down|Left|Right)$/u.test(key);
}

/**
 * Where an arrow key leads in the tree: up, down to the first below, left and right among those of one level
 * below the same. Null where the tree leads nowhere; then the key goes to the nearest card.
 */
export function stepInTree(links: readonly TreeLink[], id: string, key: Step): string | null {
  const above = links.find(({ to }) => to === id)?.from ?? null;
  if (key === "ArrowUp") return above;
  const belowOf = (one: string) => links.filter(({ from }) => from === one).map(({ to }) => to);
  if (key === "ArrowDown") return belowOf(id)[0] ?? null;
  if (above === null) return null;
  const peers = belowOf(above);
  return peers[peers.indexOf(id) + (key === "ArrowRight" ? 1 : -1)] ?? null;
}
