import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { planPeopleQuery } from "../../api";
import { type Target, useEdits, usePeople, usePlanSession } from "../../collab";
import { formatTarget } from "../../form/places";
import { useWorkspace } from "../frame/workspaceContext";
import { COMMENTS } from "../places/targets";
import { type Mentionable, mentionedIn } from "./mentions";
import type { Thread } from "./threads";

export interface Discussion {
  /** Whether this person may speak at all. */
  canSpeak: boolean;
  me: string;
  begin(about: Target, text: string): void;
  answer(thread: Thread, text: string): void;
  rewrite(remark: string, text: string): void;
  withdraw(remark: string): void;
  settle(thread: Thread): void;
  reopen(thread: Thread): void;
}

/** What one can do in the discussion; every deed is an ordinary edit of the section `comments`. */
export function useDiscussion(): Discussion {
  const edits = useEdits();
  const session = usePlanSession();
  const { can } = useWorkspace();
  const people = useMentionable();
  const me = session.you?.participant ?? "";

  function write(values: Record<string, string | boolean>, text: string): void {
    const mentions = mentionedIn(text, people);
    edits.add(COMMENTS, { ...values, text, mentions: mentions.length > 0 ? mentions : null });
  }

  return {
    canSpeak: session.canEdit && can("comment"),
    me,
    begin: (about, text) => write({ about: formatTarget(about) }, text),
    answer: (thread, text) => write({ about: formatTarget(thread.about), thread: thread.id }, text),
    rewrite: (remark, text) => {
      edits.together(() => {
        edits.set(COMMENTS, remark, "text", text);
        edits.set(COMMENTS, remark, "mentions", mentionedIn(text, people));
      });
    },
    withdraw: (remark) => edits.remove(COMMENTS, remark),
    settle: (thread) => write({ about: formatTarget(thread.about), thread: thread.id, settled: true }, ""),
    reopen: (thread) => {
      edits.together(() => {
        for (const id of thread.settledBy) edits.remove(COMMENTS, id);
      });
    },
  };
}

/** Everybody who can be mentioned: those with access and those present, each once, by name. */
export function useMentionable(): readonly Mentionable[] {
  const { planId } = useWorkspace();
  const known = useQuery(planPeopleQuery(planId)).data;
  const present = usePeople();
  return useMemo(() => {
    const people = new Map<string, Mentionable>();
    const guests = known?.guests.filter(({ removed }) => !removed) ?? [];
    for (const person of [...(known?.members ?? []), ...guests, ...present]) {
      people.set(person.participant, person);
    }
    return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
  }, [known, present]);
}
