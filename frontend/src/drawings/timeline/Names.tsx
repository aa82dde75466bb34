import { memo, useCallback, useRef } from "react";
import { useFocusTarget } from "../../collab";
import { useRecordName } from "../../form";
import { GroupName } from "./GroupLine";
import type { Grouping, Line } from "./lines";
import styles from "./lines.module.css";
import { useSheet } from "./sheet";

interface NamesProps {
  lines: readonly Line[];
  grouping: Grouping;
  onToggle(group: string): void;
}

/**
 * What the lines are called, in one column that stays in sight.
 *
 * Two hundred names that each stay by themselves cost the browser as much as all the rest of a frame.
 */
export const Names = memo(function Names({ lines, grouping, onToggle }: NamesProps) {
  return (
    <div className={styles.names}>
      {lines.map((line) =>
        line.kind === "group" ? (
          <GroupName
            key={`group/${line.group.key}`}
            group={line.group}
            isOpen={line.isOpen}
            grouping={grouping}
            onToggle={onToggle}
          />
        ) : (
          <ActionName key={line.action.id} id={line.action.id} />
        ),
      )}
    </div>
  );
});

const ActionName = memo(function ActionName({ id }: { id: string }) {
  const sheet = useSheet();
  const focus = useFocusTarget({ section: "actions", id, field: null });
  const { text } = useRecordName("actions", id);
  return (
    <div className={styles.name} data-line={id} data-name={id} {...focus}>
      <button type="button" tabIndex={-1} title={text} onClick={() => sheet.onOpen(id)}>
        {text}
      </button>
    </div>
  );
});

/** Shows the name of the line that a pointer is over, without drawing anything anew. */
export function usePointedName() {
  const pointed = useRef<Element | null>(null);
  const point = useCallback((name: Element | null) => {
    if (pointed.current === name) return;
    pointed.current?.removeAttribute("data-pointed");
    name?.setAttribute("data-pointed", "");
    pointed.current = name;
  }, []);
  return {
    onPointerOver: ({ target, currentTarget }: { target: EventTarget; currentTarget: Element }) => {
      const line =
        target instanceof Element ? target.closest("[data-line]")?.getAttribute("data-line") : null;
      point(line ? currentTarget.querySelector(`[data-name="${CSS.escape(line)}"]`) : null);
    },
    onPointerLeave: () => point(null),
  };
}
