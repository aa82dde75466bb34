import { type Branch, type Forest, sizeBelow } from "./forest";
import {
  type Block,
  type CardSize,
  GAP,
  layOutTree,
  merged,
  packBlocks,
  shifted,
  type TreeLink,
} from "./treeLayout";

/** A part of the map with a name of its own. */
export interface Band {
  key: "alone" | "beside";
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface ForestLayout {
  card: CardSize;
  spots: ReadonlyMap<string, { x: number; y: number }>;
  links: readonly TreeLink[];
  bands: readonly Band[];
  /** How many stand below something, by identifier; what has nothing below it is not in it. */
  below: ReadonlyMap<string, number>;
  /** The box around everything. */
  frame: { x: number; y: number; width: number; height: number };
}

const BAND_PAD = 16;
/** Room for a band's name above its cards. */
const BAND_HEAD = 36;
const BAND_GAP = 48;
const TREE_GAP = 40;
/** Room around everything: for lines that go over the cards, and for the buttons in the lower corner. */
const MARGIN = { above: 64, below: 56, aside: 16 };

/**
 * Lay out the whole map: trees, what is beside them on the right, what is alone below.
 *
 * Of whatever is in `collapsed`, what stands below is not drawn.
 */
export function layOutForest(forest: Forest, collapsed: ReadonlySet<string>, card: CardSize): ForestLayout {
  const draw = (branch: Branch) => layOutTree(visibleOf(branch, collapsed), card);
  const trees = packBlocks(forest.trees.map(draw), TREE_GAP, 8 * card.width);
  const alone = forest.alone.map((id) => layOutTree({ id, below: [] }, card));
  const row = packBlocks(alone, GAP, Math.max(trees.width, 4 * (card.width + GAP)));
  const isBare = trees.spots.size === 0;
  const aloneAt = { x: 0, y: isBare ? 0 : trees.height + BAND_GAP };
  const beside = packBlocks(forest.beside.map(draw), GAP, 0);
  const left = Math.max(trees.width, alone.length > 0 ? row.width + 2 * BAND_PAD : 0);
  const bands = [
    bandOf("alone", row, aloneAt),
    bandOf("beside", beside, { x: left === 0 ? 0 : left + BAND_GAP, y: 0 }),
  ];
  const shown = bands.filter(({ block }) => block.spots.size > 0);
  const whole = merged([trees, ...shown.map(({ block }) => block)]);
  return {
    card,
    spots: whole.spots,
    links: whole.links,
    bands: shown.map(({ band }) => band),
    below: countsBelow([...forest.trees, ...forest.beside]),
    frame: framed(
      Math.max(whole.width, ...shown.map(({ band }) => band.x + band.width)),
      Math.max(whole.height, ...shown.map(({ band }) => band.y + band.height)),
    ),
  };
}

function framed(width: number, height: number): ForestLayout["frame"] {
  const { above, below, aside } = MARGIN;
  return { x: -aside, y: -above, width: width + 2 * aside, height: height + above + below };
}

function visibleOf({ id, below }: Branch, collapsed: ReadonlySet<string>): Branch {
  return { id, below: collapsed.has(id) ? [] : below.map((branch) => visibleOf(branch, collapsed)) };
}

function bandOf(
  key: Band["key"],
  content: Block,
  { x, y }: { x: number; y: number },
): { band: Band; block: Block } {
  const width = content.width + 2 * BAND_PAD;
  const height = content.height + BAND_HEAD + BAND_PAD;
  return { band: { key, x, y, width, height }, block: shifted(content, x + BAND_PAD, y + BAND_HEAD) };
}

function countsBelow(branches: readonly Branch[]): Map<string, number> {
  const counts = new Map<string, number>();
  const visit = (branch: Branch) => {
    if (branch.below.length > 0) counts.set(branch.id, sizeBelow(branch));
    branch.below.forEach(visit);
  };
  branches.forEach(visit);
  return counts;
}

/** Of so many the first look is at the upper two levels. */
const MANY = 60;

/** What is folded away until somebody unfolds it. */
export function usuallyCollapsed(forest: Forest, count: number): string[] {
  if (count <= MANY) return [];
  const second = forest.trees.flatMap(({ below }) => below);
  return second.filter(({ below }) => below.length > 0).map(({ id }) => id);
}
