/** The kinds of nodes and links, and what is told from them. */

import type { Row } from "../../collab";

export const NODE_KINDS = ["goal", "challenge", "initiative", "trait", "our_value"] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

export const LINK_KINDS = ["supports", "hinders", "addresses"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** A node's kind, or null while nobody has said it. */
export function nodeKindOf(row: Row | null | undefined): NodeKind | null {
  return NODE_KINDS.find((kind) => kind === row?.values.kind) ?? null;
}

export function linkKindOf(row: Row | null | undefined): LinkKind | null {
  return LINK_KINDS.find((kind) => kind === row?.values.kind) ?? null;
}

/** What a new link most likely says: a challenge hinders, an answer addresses it, all else supports. */
export function usualLink(from: NodeKind | null, to: NodeKind | null): LinkKind {
  if (from === "challenge") return "hinders";
  return to === "challenge" ? "addresses" : "supports";
}

/** A link with both its ends, or null for one that hangs in the air. */
export interface Link {
  id: string;
  from: string;
  to: string;
  kind: LinkKind | null;
}

export function linksIn(rows: readonly Row[]): Link[] {
  return rows.flatMap((row) => {
    const { from_node: from, to_node: to } = row.values;
    if (typeof from !== "string" || typeof to !== "string" || from === to) return [];
    return [{ id: row.id, from, to, kind: linkKindOf(row) }];
  });
}

export interface Chain {
  nodes: ReadonlySet<string>;
  links: ReadonlySet<string>;
}

/** All that leads to a node and all that it leads to, link by link. */
export function chainOf(id: string, links: readonly Link[]): Chain {
  const chain = { nodes: new Set([id]), links: new Set<string>() };
  follow(id, links, "to", "from", chain);
  follow(id, links, "from", "to", chain);
  return chain;
}

function follow(
  start: string,
  links: readonly Link[],
  near: "from" | "to",
  far: "from" | "to",
  chain: { nodes: Set<string>; links: Set<string> },
): void {
  const seen = new Set([start]);
  const ahead = [start];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    for (const link of links.filter((one) => one[near] === id)) {
      chain.links.add(link.id);
      if (seen.has(link[far])) continue;
      seen.add(link[far]);
      chain.nodes.add(link[far]);
      ahead.push(link[far]);
    }
  }
}
