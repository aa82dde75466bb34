import { useCallbackRef } from "@mantine/hooks";
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import type { Row } from "../../collab";
import { type FieldDescription, InputOf, type Leaving, type Problem, ProblemText } from "../../form";
import styles from "./table.module.css";
import { useTable } from "./tableContext";

interface CellEditorProps {
  field: FieldDescription;
  row: Row;
  typed: string | null;
}

/** An open cell. Enter commits and goes down, Tab to the next one, Escape leaves it as it was. */
export function CellEditor({ field, row, typed }: CellEditorProps) {
  const table = useTable();
  const id = useId();
  const editor = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useClickElsewhere(editor, () => table.dispatch({ do: "rest", takesFocus: false }));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys that its input lets through.
    <div ref={editor} className={styles.editor} onKeyDown={(event) => onKeyDown(event, table.leave)}>
      <InputOf
        field={field}
        place={{ section: table.section.key, id: row.id, field: field.key }}
        row={row}
        value={row.values[field.key] ?? null}
        id={id}
        labelledBy={table.headingId(field)}
        describedBy={problem ? `${id}-problem` : undefined}
        invalid={problem !== null}
        onProblem={setProblem}
        onCommit={(value) => table.commit(row.id, field.key, value)}
        cell={{ typed, onLeave: table.leave }}
      />
      <ProblemText problem={problem} id={`${id}-problem`} />
    </div>
  );
}

/** Keys that an input has not used for itself lead out of the cell. */
function onKeyDown(event: KeyboardEvent, leave: (how: Leaving) => void): void {
  event.stopPropagation();
  if (event.defaultPrevented || event.nativeEvent.isComposing) return;
  const how = leavingOf(event);
  if (how === null) return;
  event.preventDefault();
  leave(how);
}

function leavingOf({ key, shiftKey }: KeyboardEvent): Leaving | null {
  if (key === "Enter") return "down";
  if (key === "Tab") return shiftKey ? "previous" : "next";
  return key === "Escape" ? "stay" : null;
}

/** Closes the cell when somebody points elsewhere; lists and calendars of the cell lie in portals. */
function useClickElsewhere(editor: RefObject<HTMLElement | null>, then: () => void): void {
  const onElsewhere = useCallbackRef(then);
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!(target instanceof Element)) return;
      if (editor.current?.contains(target) || target.closest("[data-portal]")) return;
      // The input loses the focus first, and commits.
      setTimeout(onElsewhere, 0);
    };
    document.addEventListener("pointerdown", onPointerDown);
    return () => document.removeEventListener("pointerdown", onPointerDown);
  }, [editor, onElsewhere]);
}
