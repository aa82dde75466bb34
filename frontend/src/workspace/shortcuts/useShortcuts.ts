import { useEffect, useEffectEvent, useRef } from "react";
import { usePlanSession } from "../../collab";
import { useWorkspace } from "../frame/workspaceContext";
import { commandOf, isTyping, singleKeysOn } from "./keys";

/** Listens for the keys that work everywhere in the workspace. */
export function useShortcuts(): void {
  const { undo, redo, show, dialog } = useWorkspace();
  const isUncommitted = useUncommittedTyping();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    // An editor of formatted text has done its own undo by now.
    if (event.defaultPrevented) return;
    const command = commandOf(event);
    if (command === null) return;
    if (command === "shortcuts" && (isTyping(event.target) || !singleKeysOn() || dialog !== null)) return;
    const isStep = command === "undo" || command === "redo";
    if (isStep && (dialog !== null || isUncommitted(event.target))) return;
    event.preventDefault();
    if (command === "undo") undo();
    else if (command === "redo") redo();
    else show(dialog === command ? null : command);
  });
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Whether a field holds typing that has not become an edit of the plan; undo there is the browser's.
 *
 * A field's typing is committed once an own edit follows it, so it is enough to remember which came
 * last. A text that several people can type in commits every letter and is thereby never uncommitted.
 */
function useUncommittedTyping(): (target: EventTarget | null) => boolean {
  const { doc } = usePlanSession();
  const typedIn = useRef<EventTarget | null>(null);
  useEffect(() => {
    const onInput = (event: Event) => {
      typedIn.current = event.target;
    };
    const onEdit = (_update: Uint8Array, _origin: unknown, _doc: unknown, { local }: { local: boolean }) => {
      if (local) typedIn.current = null;
    };
    // Before React hears of it: the edit that the typing makes must come after.
    window.addEventListener("input", onInput, { capture: true });
    doc.on("update", onEdit);
    return () => {
      window.removeEventListener("input", onInput, { capture: true });
      doc.off("update", onEdit);
    };
  }, [doc]);
  return (target) => target !== null && isTyping(target) && typedIn.current === target;
}
