import type { KeyboardEvent } from "react";
import { isTyping, singleKeysOn } from "../../workspace/shortcuts/keys";
import type { ForestLayout } from "./forestLayout";
import { isStep, stepInTree } from "./walking";

interface TreeKeys {
  layout: ForestLayout;
  go(id: string): void;
  toggle(id: string): void;
  /** What single letters do with the card that has the focus. */
  letters: Readonly<Record<string, (id: string) => void>>;
  /** Puts away what stands beside the drawing; left out while nothing does. */
  onEscape?: (() => void) | undefined;
}

/**
 * Keys of a tree beside those of every canvas: arrows walk it, C folds a branch, letters do what the drawing says.
 *
 * Returns a listener for the capture phase: what it takes, the canvas does not see.
 */
export function useTreeKeys(tree: TreeKeys): (event: KeyboardEvent) => void {
  return (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const id = cardAround(target);
    if (id === null || isTyping(target) || ctrlKey || metaKey || altKey) return;
    if (!take(tree, id, key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function take(tree: TreeKeys, id: string, key: string): boolean {
  if (isStep(key)) return walk(tree, id, key);
  if (key !== "Escape") return obey(tree, id, key);
  tree.onEscape?.();
  return tree.onEscape !== undefined;
}

function walk({ layout, go }: TreeKeys, id: string, key: Parameters<typeof stepInTree>[2]): boolean {
  const next = stepInTree(layout.links, id, key);
  if (next !== null) go(next);
  return next !== null;
}

function obey({ layout, toggle, letters }: TreeKeys, id: string, key: string): boolean {
  if (!singleKeysOn()) return false;
  const letter = key === "c" && layout.below.has(id) ? toggle : letters[key];
  letter?.(id);
  return letter !== undefined;
}

/** The card that has the focus itself; a button on it has its own keys. */
function cardAround(target: EventTarget): string | null {
  if (!(target instanceof HTMLElement) || !target.classList.contains("react-flow__node")) return null;
  return target.dataset.id ?? null;
}
