import { useRef } from "react";
import { Chip } from "./Chip";
import styles from "./exposure.module.css";
import { type Rating, type Risk, weightOf, zoneOf } from "./risks";
import type { Matrix } from "./useMatrix";
import { useRiskDrop } from "./useRiskDrop";

/** The risks of one place, with what all of them share. */
export interface ChipsProps {
  risks: readonly Risk[];
  matrix: Matrix;
  numbers: ReadonlyMap<string, number>;
  /** The risk that the Tab key reaches. */
  reached: string | null;
}

/** A cell of the matrix; its figure says what its colour says. */
export function Cell({ rating, ...chips }: ChipsProps & { rating: Rating }) {
  const element = useRef<HTMLDivElement>(null);
  const isOver = useRiskDrop(element, chips.matrix, rating.likelihood, rating.impact);
  return (
    <div
      ref={element}
      className={styles.cell}
      data-zone={zoneOf(rating)}
      data-over={isOver || undefined}
      data-cell={`${rating.likelihood}/${rating.impact}`}
    >
      <span className={styles.weight} aria-hidden="true">
        {weightOf(rating)}
      </span>
      {chips.risks.length > 0 && <Chips {...chips} />}
    </div>
  );
}

export function Chips({ risks, matrix, numbers, reached }: ChipsProps) {
  return (
    <ul className={styles.chips}>
      {risks.map((risk) => (
        <Chip
          key={risk.id}
          risk={risk}
          number={numbers.get(risk.id) ?? 0}
          matrix={matrix}
          isReached={risk.id === reached}
        />
      ))}
    </ul>
  );
}
