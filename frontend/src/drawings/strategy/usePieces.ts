import { useMemo } from "react";
import type { Row } from "../../collab";
import { fieldIn, type SectionDescription } from "../../form";
import { keeping, type Line, type Piece, type Spot } from "../canvas";
import { type Chain, type Link, nodeKindOf } from "./kinds";
import { NODE } from "./lanes";
import type { Light, StrategyNodeData } from "./StrategyNode";
import type { StrategyWords } from "./useWords";

/** A node whose title is being changed in place. */
export interface Renaming {
  id: string;
  typed: string | null;
  isNew: boolean;
}

interface PieceOptions {
  section: SectionDescription;
  rows: readonly Row[];
  spots: ReadonlyMap<string, Spot>;
  links: readonly Link[];
  words: StrategyWords;
  rowOf(id: string): Row | undefined;
  chain: Chain | null;
  renaming: Renaming | null;
  onRenamed(id: string, isKept: boolean): void;
}

/** Between names in one string: the same names are thereby the same input. */
const BETWEEN = "\n";

/** The nodes of the map as the canvas takes them. */
export function usePieces(options: PieceOptions): Piece<StrategyNodeData>[] {
  const { section, rows, spots, links, words, rowOf, chain, renaming, onRenamed } = options;
  const make = useMemo(() => keeping(pieceOf), []);
  const title = fieldIn(section, "title");
  const titleLimit = title?.kind === "text" ? title.most : undefined;
  return useMemo(() => {
    const own = byStart(links);
    return make(
      rows.flatMap((row) => {
        const spot = spots.get(row.id);
        if (!spot) return [];
        const light: Light = chain === null ? null : chain.nodes.has(row.id) ? "lit" : "dim";
        const typed = renaming?.id === row.id ? renaming.typed : undefined;
        const spoken = words.spoken(row, own.get(row.id) ?? [], rowOf);
        const cares = words.cares(row).join(BETWEEN);
        const kindWords = words.kind(nodeKindOf(row));
        const input = [
          row,
          spot.x,
          spot.y,
          spoken,
          cares,
          kindWords,
          light,
          typed,
          titleLimit,
          onRenamed,
        ] as const;
        return [{ id: row.id, input: [...input] }];
      }),
    );
  }, [rows, spots, links, words, rowOf, chain, renaming, onRenamed, titleLimit, make]);
}

function byStart(links: readonly Link[]): ReadonlyMap<string, Link[]> {
  const own = new Map<string, Link[]>();
  for (const link of links) own.set(link.from, [...(own.get(link.from) ?? []), link]);
  return own;
}

function pieceOf(
  row: Row,
  x: number,
  y: number,
  spoken: string,
  cares: string,
  kindWords: string,
  light: Light,
  typed: string | null | undefined,
  titleLimit: number | undefined,
  onRenamed: StrategyNodeData["onRenamed"],
): Piece<StrategyNodeData> {
  const { title, importance, evidence, shared } = row.values;
  const data: StrategyNodeData = {
    ...{ kindWords, light, typed, titleLimit, onRenamed },
    kind: nodeKindOf(row),
    title: typeof title === "string" ? title : "",
    importance: typeof importance === "number" ? importance : null,
    evidence: evidence === "assumed" || evidence === "confirmed" ? evidence : null,
    isShared: shared === true,
    cares: cares === "" ? [] : cares.split(BETWEEN),
  };
  return { id: row.id, kind: "strategy", x, y, ...NODE, spoken, data };
}

/** The links as the canvas takes them. */
export function useLines(links: readonly Link[], chain: Chain | null): Line[] {
  const make = useMemo(() => keeping(lineOf), []);
  return useMemo(
    () =>
      make(
        links.map(({ id, from, to, kind }) => {
          const light: Light = chain === null ? null : chain.links.has(id) ? "lit" : "dim";
          return { id, input: [id, from, to, kind, light] };
        }),
      ),
    [links, chain, make],
  );
}

function lineOf(id: string, from: string, to: string, kind: Link["kind"], light: Light): Line {
  return { id, kind: "strategy", from, to, data: { kind, light } };
}
