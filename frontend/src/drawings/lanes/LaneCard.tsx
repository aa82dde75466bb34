import { type CSSProperties, memo, useRef } from "react";
import { type Row, useFocusTarget, useOthersAt } from "../../collab";
import { formatTarget, PersonTag, useRecordName } from "../../form";
import { CardMenu } from "./CardMenu";
import type { Board } from "./Lanes";
import styles from "./lanes.module.css";
import { useCardDrag } from "./useCardDrag";
import { useKeptFocus } from "./useKeptFocus";

interface LaneCardProps {
  row: Row;
  lane: string;
  board: Board;
  isReached: boolean;
}

/** A record as a card; who else has it is written on its edge. */
export const LaneCard = memo(function LaneCard({ row, lane, board, isReached }: LaneCardProps) {
  const { section, Face } = board;
  const place = { section: section.key, id: row.id, field: null };
  const card = useRef<HTMLLIElement>(null);
  const others = useOthersAt(place);
  const focus = useFocusTarget(place);
  const onHold = (isHeld: boolean) => (isHeld ? focus.onFocus() : focus.onBlur());
  const { over, isDragged } = useCardDrag({
    id: row.id,
    lane,
    element: card,
    board: board.token,
    onMove: board.onMove,
    onHold,
  });
  const color = others[0]?.color;
  return (
    <li
      ref={card}
      className={styles.card}
      data-target={formatTarget(place)}
      data-over={over ?? undefined}
      data-dragged={isDragged || undefined}
      data-draggable={board.token !== null || undefined}
      data-others={color ? true : undefined}
      style={color ? ({ "--person": color } as CSSProperties) : undefined}
      {...focus}
    >
      <CardTitle row={row} board={board} isReached={isReached} />
      {board.canEdit && <CardMenu row={row} lane={lane} board={board} isReached={isReached} />}
      <Face row={row} />
      <PersonTag people={others} />
    </li>
  );
});

function CardTitle({ row, board, isReached }: Omit<LaneCardProps, "lane">) {
  const element = useRef<HTMLDivElement>(null);
  const { text } = useRecordName(board.section.key, row.id);
  useKeptFocus(row.id, element, board.lost);
  return (
    // biome-ignore lint/a11y/useSemanticElements: Firefox does not begin to drag on a button.
    <div
      ref={element}
      role="button"
      className={styles.title}
      data-card={row.id}
      tabIndex={isReached ? 0 : -1}
      aria-describedby={board.hintId}
      onFocus={() => board.onReach(row.id)}
      onClick={() => board.onOpen(row.id)}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          board.onOpen(row.id);
        } else board.onKeyDown(event, row.id);
      }}
    >
      {text}
    </div>
  );
}
