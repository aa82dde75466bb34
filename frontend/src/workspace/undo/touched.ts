import * as Y from "yjs";
import type { Target } from "../../collab";
import { sectionOf } from "../places/targets";

/** The records and fields that these changes of shared types touched, each once.
 *
 * Yjs tells of a change at the type that changed and at everything around it; the type itself is
 * what the event names as its target.
 */
export function placesTouched(changed: Iterable<readonly Y.YEvent<Y.AbstractType<unknown>>[]>): Target[] {
  const places = new Map<string, Target>();
  for (const event of [...changed].flat()) {
    const path = pathOf(event.target);
    const keys = event instanceof Y.YMapEvent ? [...event.keysChanged] : [];
    for (const full of keys.length > 0 ? keys.map((key) => [...path, String(key)]) : [path]) {
      const place = targetOf(full);
      if (place) places.set(full.join("/"), place);
    }
  }
  return [...places.values()];
}

/** The keys that lead from a tool's root map to a type. Lists inside formatted text have none. */
function pathOf(type: Y.AbstractType<unknown>): string[] {
  const path: string[] = [];
  for (let item = type._item; item !== null; ) {
    if (item.parentSub !== null) path.unshift(item.parentSub);
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  }
  return path;
}

function targetOf([section = "", second = null, third = null]: readonly (string | null)[]): Target | null {
  const described = sectionOf(section ?? "");
  if (!described) return null;
  if (described.many) return { section: described.key, id: second, field: third };
  return { section: described.key, id: null, field: second };
}
