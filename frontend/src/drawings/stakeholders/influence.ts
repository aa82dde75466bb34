import type { Row } from "../../collab";
import type { Line } from "../canvas";
import { figure, words } from "./person";

export interface InfluenceData extends Record<string, unknown> {
  kind: "influences" | "conflicts";
  /** 1 weak to 3 strong; an unsaid strength is drawn as a weak one. */
  strength: number;
  basis: string;
  /** So many lines before it join the same two people: each bends further. */
  bend: number;
}

/** The lines of influence and conflict between people who are drawn. */
export function influenceLines(
  rows: readonly Row[],
  isDrawn: (id: string) => boolean,
): Line<InfluenceData>[] {
  const between = new Map<string, number>();
  return rows.flatMap(({ id, values }) => {
    const [from, to] = [words(values.from_whom), words(values.to_whom)];
    if (from === null || to === null || from === to || !isDrawn(from) || !isDrawn(to)) return [];
    const pair = [from, to].sort().join(" ");
    const bend = between.get(pair) ?? 0;
    between.set(pair, bend + 1);
    const kind = values.kind === "conflicts" ? "conflicts" : "influences";
    const data = {
      kind,
      strength: figure(values.strength) ?? 1,
      basis: words(values.basis) ?? "",
      bend,
    } as const;
    return [{ id, kind: "influence", from, to, data }];
  });
}
