import type { Branch } from "./forest";

/** Where the cards of a tree stand: a packing that stays near the shape of a screen, however many they are. */

interface Spot {
  x: number;
  y: number;
}

/** A line from a card to one below it, as the corners it goes by. */
export interface TreeLink {
  from: string;
  to: string;
  corners: readonly Spot[];
}

export interface Block {
  width: number;
  height: number;
  spots: ReadonlyMap<string, Spot>;
  links: readonly TreeLink[];
}

export interface CardSize {
  width: number;
  height: number;
}

/** Between cards side by side, and between one level and the next. */
export const GAP = 24;
export const LEVEL_GAP = 40;
/** Room for the button that unfolds a card of a stack. */
const STACK_GAP = 26;
/** From the line that runs down beside a stack to its cards. */
const SPINE = 20;
/** This many or more who lead nobody stand one below the other. */
const STACK_FROM = 3;
const STACK_MOST = 5;
/** The share of its size at which the small print of a card can be read: its 12 pixels are almost 10 then. */
export const READABLE = 0.8;

/** The shape to come near: somewhat wider than a screen, for lines need height. */
const ASPECT = 2.6;
/** So many stand side by side before a second row begins. */
const LEAST_ABREAST = 5;

/** A block below somebody, with the point where their line enters it. */
interface Item extends Block {
  entry: number;
  /** Links that begin at the entry and lead on within it, for a stack. */
  isStack: boolean;
}

/** Lay out a tree; the card of its top stands in the upper row. */
export function layOutTree(tree: Branch, card: CardSize): Block {
  return itemOf(tree, card);
}

/** Put blocks side by side, in as many rows as keep the whole near the shape of a screen. */
export function packBlocks(blocks: readonly Block[], gap: number, least = 0): Block {
  const rows = rowsOf(blocks, gap, least);
  const placed: Block[] = [];
  let y = 0;
  for (const row of rows) {
    let x = 0;
    for (const block of row) {
      placed.push(shifted(block, x, y));
      x += block.width + gap;
    }
    y += Math.max(...row.map(({ height }) => height)) + gap;
  }
  return merged(placed);
}

/** A block moved by so much. */
export function shifted<B extends Block>(block: B, dx: number, dy: number): B {
  const move = ({ x, y }: Spot) => ({ x: x + dx, y: y + dy });
  return {
    ...block,
    width: block.width + dx,
    height: block.height + dy,
    spots: new Map([...block.spots].map(([id, spot]) => [id, move(spot)])),
    links: block.links.map((link) => ({ ...link, corners: link.corners.map(move) })),
  };
}

/** Blocks that already stand where they belong, as one. */
export function merged(blocks: readonly Block[]): Block {
  return {
    width: Math.max(0, ...blocks.map(({ width }) => width)),
    height: Math.max(0, ...blocks.map(({ height }) => height)),
    spots: new Map(blocks.flatMap(({ spots }) => [...spots])),
    links: blocks.flatMap(({ links }) => links),
  };
}

function itemOf(branch: Branch, card: CardSize): Item {
  const { id, below } = branch;
  if (below.length === 0) {
    const spots = new Map([[id, { x: 0, y: 0 }]]);
    return { ...card, spots, links: [], entry: card.width / 2, isStack: false };
  }
  const rows = rowsOf(itemsBelow(below, card), GAP, LEAST_ABREAST * card.width);
  const placed = placeRows(rows, card);
  const out = placed.isSingleStack ? SPINE / 2 : Math.max(card.width / 2, middleOf(placed.rows[0] ?? []));
  const links = placed.rows.flatMap((row, at) => linksTo(id, row, { at, out, top: card.height }));
  const lower = merged(placed.rows.flat().map(({ item }) => item));
  const left = placed.isSingleStack ? 0 : out - card.width / 2;
  const top: Block = { ...card, width: left + card.width, spots: new Map([[id, { x: left, y: 0 }]]), links };
  return { ...merged([top, lower]), entry: left + card.width / 2, isStack: false };
}

/** What stands below somebody: those who lead nobody in stacks, everybody else with their own people. */
function itemsBelow(below: readonly Branch[], card: CardSize): Item[] {
  const leaves = below.filter((branch) => branch.below.length === 0);
  if (leaves.length < STACK_FROM) return below.map((branch) => itemOf(branch, card));
  const columns = Math.ceil(leaves.length / STACK_MOST);
  const most = Math.ceil(leaves.length / columns);
  const stacks = Array.from({ length: columns }, (_, at) =>
    stackOf(leaves.slice(at * most, (at + 1) * most), card),
  );
  const rest = below.filter((branch) => branch.below.length > 0);
  return [...stacks, ...rest.map((branch) => itemOf(branch, card))];
}

function stackOf(leaves: readonly Branch[], card: CardSize): Item {
  const step = card.height + STACK_GAP;
  const spots = new Map(leaves.map(({ id }, at) => [id, { x: SPINE, y: at * step }]));
  const height = leaves.length * step - STACK_GAP;
  return { width: SPINE + card.width, height, spots, links: [], entry: SPINE / 2, isStack: true };
}

interface Placed {
  item: Item;
  entry: number;
  y: number;
}

function placeRows(rows: readonly Item[][], card: CardSize) {
  const isSingleStack = rows.length === 1 && rows[0]?.length === 1 && rows[0][0]?.isStack === true;
  // Lines to the second row and those below it run down on the left.
  const left = rows.length > 1 ? SPINE : 0;
  let y = card.height + LEVEL_GAP;
  const placed = rows.map((row) => {
    let x = left;
    const placedRow = row.map((item): Placed => {
      const moved = { item: shifted(item, x, y), entry: x + item.entry, y };
      x += item.width + GAP;
      return moved;
    });
    y += Math.max(...row.map(({ height }) => height)) + LEVEL_GAP;
    return placedRow;
  });
  return { rows: placed, isSingleStack };
}

function middleOf(row: readonly Placed[]): number {
  return ((row[0]?.entry ?? 0) + (row.at(-1)?.entry ?? 0)) / 2;
}

/** The lines from somebody to one row below them. */
function linksTo(
  from: string,
  row: readonly Placed[],
  { at, out, top }: { at: number; out: number; top: number },
) {
  const first = top + LEVEL_GAP / 2;
  return row.flatMap(({ item, entry, y }): TreeLink[] => {
    const bus = y - LEVEL_GAP / 2;
    const around =
      at === 0
        ? []
        : [
            { x: 0, y: first },
            { x: 0, y: bus },
          ];
    const way = [{ x: out, y: top }, { x: out, y: first }, ...around, { x: entry, y: bus }];
    return headsOf(item).map(([to, spot]) => {
      const end = item.isStack
        ? [
            { x: entry, y: spot.middle },
            { x: spot.x, y: spot.middle },
          ]
        : [{ x: entry, y }];
      return { from, to, corners: [...way, ...end] };
    });
  });
}

/** Those of a block to whom the line from above leads: all of a stack, else the one at the top. */
function headsOf({ spots, isStack, height }: Item): [string, { x: number; middle: number }][] {
  const all = [...spots];
  if (!isStack) return all.slice(0, 1).map(([id, { x, y }]) => [id, { x, middle: y }]);
  const top = Math.min(...all.map(([, { y }]) => y));
  const card = (height - top - STACK_GAP * (all.length - 1)) / all.length;
  return all.map(([id, { x, y }]) => [id, { x, middle: y + card / 2 }]);
}

/** Break blocks into rows, so that they together come near the shape of a screen. */
function rowsOf<B extends Block>(blocks: readonly B[], gap: number, least: number): B[][] {
  const area = blocks.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const widest = Math.max(least, ...blocks.map(({ width }) => width), Math.sqrt(area * ASPECT));
  const rows: B[][] = [];
  let room = 0;
  for (const block of blocks) {
    if (rows.length === 0 || block.width > room) {
      rows.push([]);
      room = widest;
    }
    rows.at(-1)?.push(block);
    room -= block.width + gap;
  }
  return rows;
}
