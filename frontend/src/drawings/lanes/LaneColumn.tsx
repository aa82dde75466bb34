import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldIn, useLabels } from "../../form";
import { endOf, type FilledLane } from "./arrange";
import { LaneCard } from "./LaneCard";
import type { Board } from "./Lanes";
import styles from "./lanes.module.css";
import { useLaneDrop } from "./useCardDrag";

interface LaneColumnProps {
  lane: FilledLane;
  board: Board;
  /** The card that the Tab key reaches. */
  reached: string | null;
}

/** One lane: its name, how many cards it has, the cards, and the line that adds one. */
export function LaneColumn({ lane, board, reached }: LaneColumnProps) {
  const id = useId();
  const element = useRef<HTMLElement>(null);
  const isOver = useLaneDrop(element, board.token, (card) =>
    board.onMove(card, { lane: lane.key, place: endOf(lane) }),
  );
  return (
    <section ref={element} className={styles.lane} data-over={isOver || undefined} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id}>
          {lane.label}
          <span className={styles.count}>{lane.rows.length}</span>
        </h3>
        {lane.note && <p>{lane.note}</p>}
      </header>
      <ul className={styles.cards}>
        {lane.rows.map((row) => (
          <LaneCard key={row.id} row={row} lane={lane.key} board={board} isReached={row.id === reached} />
        ))}
      </ul>
      {board.canEdit && lane.key !== "" && <NewCard lane={lane} board={board} />}
    </section>
  );
}

/** The line at the end of a lane: a name and Enter make a card, and the line waits for the next. */
function NewCard({ lane, board }: Omit<LaneColumnProps, "reached">) {
  const { t } = useTranslation("actionViews");
  const labels = useLabels();
  const [name, setName] = useState("");
  const title = fieldIn(board.section, board.section.title);
  const one = labels.section(board.section, "one");
  const add = () => {
    if (name.trim() === "") return;
    board.onAdd(name.trim(), lane.key);
    setName("");
  };
  return (
    <input
      className={styles.new}
      aria-label={t("lanes.add_to", { one, lane: lane.label })}
      placeholder={t("lanes.add", { one })}
      maxLength={title?.kind === "text" ? title.most : undefined}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={add}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") add();
        if (event.key === "Escape") setName("");
      }}
    />
  );
}
