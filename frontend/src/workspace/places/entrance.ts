import { useState } from "react";
import * as Y from "yjs";
import { usePlanSession } from "../../collab";
import { GLANCE } from "../frame/ToolNav";
import { PAGES, toolOf } from "./targets";

/** What the plan at a glance speaks of: once there is one record of these, it has something to say. */
export const AT_A_GLANCE = [
  "strategy_nodes",
  "stakeholders",
  "team_members",
  "objectives",
  "actions",
  "buying_criteria",
  "white_space",
] as const;

/**
 * The page that a plan opens on when its address names none.
 *
 * With content, what a director looks at first; while it is empty, the first tool, where one starts. What was
 * chosen stays chosen: the first record that somebody adds must not take them away from it.
 */
export function useEntrance(toolKey: string | undefined): string {
  const { doc } = usePlanSession();
  const [entrance, setEntrance] = useState<string | null>(null);
  if (toolKey !== undefined) {
    if (entrance !== null) setEntrance(null);
    return toolKey;
  }
  if (entrance !== null) return entrance;
  const chosen = entranceOf(doc);
  setEntrance(chosen);
  return chosen;
}

export function entranceOf(doc: Y.Doc): string {
  return AT_A_GLANCE.some((section) => holdsAny(doc, section)) ? GLANCE : (PAGES[0]?.key ?? GLANCE);
}

function holdsAny(doc: Y.Doc, section: string): boolean {
  const tool = toolOf(section);
  const records = tool && doc.getMap(tool.key).get(section);
  if (!(records instanceof Y.Map)) return false;
  return [...records.values()].some((record) => record instanceof Y.Map && !record.get("removed"));
}
