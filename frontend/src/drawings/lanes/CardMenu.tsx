import { Menu } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../collab";
import { useRecordName } from "../../form";
import { type Direction, endOf, stepTo } from "./arrange";
import type { Board } from "./Lanes";
import styles from "./lanes.module.css";

interface CardMenuProps {
  row: Row;
  lane: string;
  board: Board;
  isReached: boolean;
}

/** Moves a card without dragging: for a thumb, a trembling hand, a switch. */
export function CardMenu(props: CardMenuProps) {
  const [isOpen, setOpen] = useState(false);
  // A board has hundreds of these and nobody opens more than one.
  if (!isOpen) return <MoveButton {...props} onClick={() => setOpen(true)} />;
  return (
    <Menu opened onChange={setOpen} position="bottom-end" width={208}>
      <Menu.Target>
        <MoveButton {...props} onClick={() => setOpen(false)} />
      </Menu.Target>
      <Menu.Dropdown>
        <MoveEntries {...props} />
      </Menu.Dropdown>
    </Menu>
  );
}

function MoveButton({ row, board, lane: _lane, isReached, ...button }: CardMenuProps & { onClick(): void }) {
  const { t } = useTranslation("actionViews");
  const { text } = useRecordName(board.section.key, row.id);
  return (
    <button
      {...button}
      type="button"
      className={styles.more}
      tabIndex={isReached ? 0 : -1}
      aria-label={t("lanes.move", { title: text })}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
        <circle cx="3" cy="8" r="1.5" />
        <circle cx="8" cy="8" r="1.5" />
        <circle cx="13" cy="8" r="1.5" />
      </svg>
    </button>
  );
}

function MoveEntries({ row, lane, board }: CardMenuProps) {
  const { t } = useTranslation("actionViews");
  const lanes = board.lanes();
  const steps: Direction[] = ["up", "down"];
  return (
    <>
      <Menu.Label>{t("lanes.move_to")}</Menu.Label>
      {lanes
        .filter((other) => other.key !== lane)
        .map((other) => (
          <Menu.Item
            key={other.key}
            onClick={() => board.onMove(row.id, { lane: other.key, place: endOf(other) })}
          >
            {other.label}
          </Menu.Item>
        ))}
      <Menu.Divider />
      {steps.map((step) => {
        const spot = stepTo(lanes, row.id, step);
        return (
          <Menu.Item key={step} disabled={spot === null} onClick={() => spot && board.onMove(row.id, spot)}>
            {t(`lanes.${step}`)}
          </Menu.Item>
        );
      })}
    </>
  );
}
