import { useMemo, useRef, useState } from "react";
import { useEdits } from "../../collab";
import { fieldIn, useSection } from "../../form";
import type { Action } from "../action/action";
import type { Dates } from "./bars";
import { followersOf } from "./followers";
import { type LiveStep, useLiveStep } from "./liveStep";

/** What was just done on the timeline and is worth a word. */
export type Done =
  | { did: "moved"; count: number }
  | { did: "linked" | "unlinked" | "full"; from: string; to: string };

export interface DateEdits {
  live: LiveStep;
  /** An action was moved, and these would now begin before it is due. */
  pushed: { action: Action; count: number } | null;
  done: Done | null;
  /** The action for which somebody is choosing, by key, who waits for it. */
  linking: Action | null;
  setDates(id: string, dates: Dates): void;
  settle(action: Action, before: Dates): void;
  moveFollowers(): void;
  dismiss(): void;
  beginLink(id: string | null): void;
  link(from: string, to: string): void;
}

/** Everything that can be done to dates and dependencies on a timeline. */
export function useDateEdits(actions: readonly Action[]): DateEdits {
  const edits = useEdits();
  const live = useLiveStep();
  const [done, setDone] = useState<Done | null>(null);
  const setDates = (id: string, { start, due }: Dates) =>
    live.write(() => {
      edits.set("actions", id, "start", start);
      edits.set("actions", id, "due", due);
    });
  const following = useFollowing(actions, setDates, setDone);
  const linking = useLinking(actions, (said) => {
    following.forget();
    setDone(said);
  });
  return {
    live,
    done,
    setDates,
    ...following,
    ...linking,
    dismiss: () => {
      following.forget();
      setDone(null);
    },
  };
}

/** What a move pushes, and how that follows. */
function useFollowing(
  actions: readonly Action[],
  setDates: DateEdits["setDates"],
  tell: (done: Done | null) => void,
): Pick<DateEdits, "pushed" | "settle" | "moveFollowers"> & { forget(): void } {
  const edits = useEdits();
  const [moved, setMoved] = useState<{ id: string; before: Dates } | null>(null);
  const followers = useMemo(
    () => (moved === null ? NOBODY : followersOf(actions, moved.id, moved.before)),
    [actions, moved],
  );
  const held = useRef(followers);
  held.current = followers;
  const action = named(actions, moved?.id ?? null);
  return {
    pushed: action !== null && followers.size > 0 ? { action, count: followers.size } : null,
    settle: ({ id }, before) => {
      tell(null);
      // Several steps of a key are one move: what they push is reckoned from where the first began.
      setMoved((now) => (now?.id === id && held.current.size > 0 ? now : { id, before }));
    },
    moveFollowers: () => {
      edits.together(() => {
        for (const [id, dates] of followers) setDates(id, dates);
      });
      setMoved(null);
      tell({ did: "moved", count: followers.size });
    },
    forget: () => setMoved(null),
  };
}

/** Making one action wait for another, and taking that away again. */
function useLinking(
  actions: readonly Action[],
  tell: (done: Done) => void,
): Pick<DateEdits, "linking" | "beginLink" | "link"> {
  const edits = useEdits();
  const [from, setFrom] = useState<string | null>(null);
  const field = fieldIn(useSection("actions"), "depends_on");
  const most = field?.kind === "refs" ? field.most : 1;
  return {
    linking: named(actions, from),
    beginLink: setFrom,
    link: (one, other) => {
      setFrom(null);
      const waiting = named(actions, other);
      if (waiting === null || one === other) return;
      const { dependsOn } = waiting;
      const isLinked = dependsOn.includes(one);
      if (!isLinked && dependsOn.length >= most) return tell({ did: "full", from: one, to: other });
      const wanted = isLinked ? dependsOn.filter((id) => id !== one) : [...dependsOn, one];
      edits.set("actions", other, "depends_on", [...wanted]);
      tell({ did: isLinked ? "unlinked" : "linked", from: one, to: other });
    },
  };
}

const NOBODY: ReturnType<typeof followersOf> = new Map();

function named(actions: readonly Action[], id: string | null): Action | null {
  return actions.find((action) => action.id === id) ?? null;
}
