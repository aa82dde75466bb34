import { type RefObject, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Edits, type Row, useEdits, usePlanSession, type Value } from "../../collab";
import { useAnnounce } from "../../ui";
import {
  type CanvasDeeds,
  type CanvasView,
  lineSelected,
  type SelectionState,
  type Spot,
  selectionOf,
} from "../canvas";
import { type Link, type NodeKind, nodeKindOf, usualLink } from "./kinds";
import { freeSpot, type Layout, laneOf, NODE, placeIn, placeOf } from "./lanes";
import { arranged, type LaidOut } from "./useLayout";
import type { Renaming } from "./usePieces";
import type { StrategyWords } from "./useWords";

export const NODES = "strategy_nodes";
export const LINKS = "strategy_links";

/** What was just done and can be taken back. */
export type Notice =
  | { did: "removed"; section: string; ids: readonly string[]; name: string }
  | { did: "tidied"; before: ReadonlyMap<string, Place>; after: ReadonlyMap<string, Spot> }
  | { did: "full" };

type Place = Readonly<Record<"x" | "y", Value>>;

export interface MapState extends SelectionState {
  all: readonly Row[];
  links: readonly Link[];
  layout: LaidOut;
  words: StrategyWords;
  rowOf(id: string): Row | undefined;
  view: RefObject<CanvasView | null>;
  renaming: Renaming | null;
  rename(renaming: Renaming | null): void;
  /** The node whose partner is being chosen by keyboard, or whose links are being looked through. */
  find(finding: Finding | null): void;
  onOpen(id: string, field?: string | null): void;
}

export interface Finding {
  from: string;
  what: "partner" | "link";
}

export interface MapDeeds extends CanvasDeeds {
  addKind(kind: NodeKind): void;
  join(from: string, to: string): void;
  tidy(): void;
  notice: Notice | null;
  takeBack(): void;
  onRenamed(id: string, isKept: boolean): void;
}

/** Everything that can be done to the map. */
export function useMapDeeds(map: MapState): MapDeeds {
  const [notice, tell] = useState<Notice | null>(null);
  const placing = usePlacing(map, tell);
  const adding = useAdding(map, tell);
  const linking = useLinking(map, tell);
  const removing = useRemoving(map, tell);
  return {
    ...placing,
    ...adding,
    ...linking,
    ...removing,
    notice,
    takeBack: useTakingBack(notice, tell),
    onOpen: map.onOpen,
    onRename: (id, typed) => map.rename({ id, typed, isNew: false }),
  };
}

type Tell = (notice: Notice | null) => void;

/** Several fields as one change of the document: others never see a node between two places. */
function useAtOnce(): (work: (edits: Edits) => void, by?: "hand" | "keys") => void {
  const edits = useEdits();
  const { doc } = usePlanSession();
  return (work, by = "hand") => {
    const write = () => doc.transact(() => work(edits));
    if (by === "hand") edits.together(write);
    else write();
  };
}

/**
 * Returns a function that writes where the nodes stand that nobody has placed.
 *
 * From the first change on the map is set out by people: what the program had placed stays where everybody
 * saw it, instead of being set out anew around every change.
 */
function usePins({ all, layout }: MapState): (edits: Edits, but?: ReadonlyMap<string, Spot>) => void {
  const { doc } = usePlanSession();
  return (edits, but) =>
    doc.transact(() => {
      for (const row of all.filter((one) => placeOf(one) === null && !but?.has(one.id))) {
        const { x, y } = placeIn(layout.lanes, layout.spots.get(row.id) ?? { x: 0, y: 0 });
        put(edits, row.id, { x, y });
      }
    });
}

function put(edits: Edits, id: string, place: Readonly<Record<string, Value>>): void {
  for (const [field, value] of Object.entries(place)) edits.set(NODES, id, field, value);
}

/** Add a record and pin the others, as one step of undo. */
function addPinned(
  edits: Edits,
  pin: (edits: Edits) => void,
  section: string,
  values: Record<string, Value>,
): string | null {
  const made: (string | null)[] = [];
  edits.together(() => {
    pin(edits);
    made.push(edits.add(section, values));
  });
  return made[0] ?? null;
}

function usePlacing(map: MapState, tell: Tell) {
  const { all, links, layout, view } = map;
  const { t } = useTranslation("strategyMap");
  const atOnce = useAtOnce();
  const announce = useAnnounce();
  const pin = usePins(map);
  return {
    onDrop: (spots: ReadonlyMap<string, Spot>, by: "hand" | "keys") =>
      atOnce((edits) => {
        for (const [id, spot] of spots) put(edits, id, placeIn(layout.lanes, spot));
        pin(edits, spots);
      }, by),
    tidy: () => {
      const after = arranged(all, links);
      const before = new Map(all.map((row) => [row.id, placeValues(row)]));
      atOnce((edits) => {
        for (const [id, spot] of after) put(edits, id, { ...spot });
      });
      tell({ did: "tidied", before, after });
      announce(t("tidied"));
      requestAnimationFrame(() => view.current?.showAll());
    },
  };
}

function placeValues({ values }: Row): Place {
  return { x: values.x ?? null, y: values.y ?? null };
}

function useAdding(map: MapState, tell: Tell) {
  const { layout, all, view, select, renaming, rename } = map;
  const edits = useEdits();
  const pin = usePins(map);
  const [latest, setLatest] = useState<NodeKind>("goal");
  const add = (kind: NodeKind, at: Spot | null) => {
    const middle = at ?? view.current?.middle() ?? { x: 0, y: 0 };
    const wanted = placeIn(layout.lanes, { x: middle.x - NODE.width / 2, y: middle.y - NODE.height / 2 });
    const { perspective } = wanted;
    const standing = all.filter((row) => laneOf(row) === (perspective ?? ""));
    const taken = standing.flatMap((row) => {
      const spot = layout.spots.get(row.id);
      return spot ? [{ ...placeIn(layout.lanes, spot), ...NODE }] : [];
    });
    const spot = freeSpot(wanted, taken);
    const id = addPinned(edits, pin, NODES, {
      kind,
      perspective,
      x: Math.round(spot.x),
      y: Math.round(spot.y),
    });
    setLatest(kind);
    if (id === null) return tell({ did: "full" });
    select(selectionOf(id));
    rename({ id, typed: null, isNew: true });
    requestAnimationFrame(() => view.current?.show(id));
  };
  return {
    onAdd: (at: Spot | null) => add(latest, at),
    addKind: (kind: NodeKind) => add(kind, null),
    onRenamed: (id: string, isKept: boolean) => {
      // A node that was begun by accident, and never named, goes away as it came.
      if (renaming?.isNew && !isKept) edits.remove(NODES, id);
      rename(null);
    },
  };
}

function useLinking(map: MapState, tell: Tell) {
  const { links, rowOf, select, find, words, selection } = map;
  const pin = usePins(map);
  const { t } = useTranslation("strategyMap");
  const edits = useEdits();
  const announce = useAnnounce();
  const join = (from: string, to: string) => {
    find(null);
    const known = links.find((link) => link.from === from && link.to === to);
    if (known) return select(lineSelected(known.id));
    const kind = usualLink(nodeKindOf(rowOf(from)), nodeKindOf(rowOf(to)));
    const id = addPinned(edits, pin, LINKS, { from_node: from, to_node: to, kind });
    if (id === null) return tell({ did: "full" });
    select(lineSelected(id));
    announce(t("link.added", { link: words.link({ id, from, to, kind }, rowOf) }));
  };
  const begin = (what: Finding["what"]) => (from: string) => {
    if (!selection.pieces.has(from)) select(selectionOf(from));
    find({ from, what });
  };
  return { join, onLink: join, onBeginLink: begin("partner"), onShowLines: begin("link") };
}

function useRemoving(map: MapState, tell: Tell) {
  const { words, rowOf, links, select, view, all, layout } = map;
  const pin = usePins(map);
  const { t } = useTranslation("strategyMap");
  const edits = useEdits();
  const announce = useAnnounce();
  const remove = (section: string, ids: readonly string[], name: string) => {
    edits.together(() => {
      pin(edits);
      for (const id of ids) edits.remove(section, id);
    });
    tell({ did: "removed", section, ids, name });
    announce(t("removed", { name, count: ids.length }));
  };
  return {
    onRemove: (ids: readonly string[]) => {
      remove(NODES, ids, words.title(rowOf(ids[0] ?? "")));
      const next = nearest(ids, all, layout);
      select(selectionOf(...(next === null ? [] : [next])));
      if (next !== null) view.current?.focus(next);
    },
    onRemoveLine: (id: string) => {
      const link = links.find((one) => one.id === id);
      if (!link) return;
      remove(LINKS, [id], words.link(link, rowOf));
      select(selectionOf(link.from));
      view.current?.focus(link.from);
    },
  };
}

/** Who works by keyboard goes on at what stood nearest to what is gone. */
function nearest(gone: readonly string[], all: readonly Row[], { spots }: Layout): string | null {
  const at = spots.get(gone[0] ?? "");
  if (!at) return null;
  const far = (id: string) => {
    const spot = spots.get(id);
    return spot ? Math.hypot(spot.x - at.x, spot.y - at.y) : Number.POSITIVE_INFINITY;
  };
  const left = all.map(({ id }) => id).filter((id) => !gone.includes(id));
  return left.sort((a, b) => far(a) - far(b))[0] ?? null;
}

function useTakingBack(notice: Notice | null, tell: Tell): () => void {
  const atOnce = useAtOnce();
  const edits = useEdits();
  return useMemo(
    () => () => {
      if (notice?.did === "removed") {
        edits.together(() => {
          for (const id of notice.ids) edits.restore(notice.section, id);
        });
      }
      if (notice?.did === "tidied") {
        atOnce((work) => {
          for (const [id, { x, y }] of notice.before) {
            work.set(NODES, id, "x", x);
            work.set(NODES, id, "y", y);
          }
        });
      }
      tell(null);
    },
    [notice, tell, edits, atOnce],
  );
}
