import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useReportPart } from "../../collab";
import { type SectionDescription, useLabels } from "../../form";
import { ReaderProvider, useReader } from "../../form/reading/ReaderProvider";
import { cellsOf, type Matrix, MatrixTable, Missing, matrixOf, useAxis } from "../../tools/matrix";
import { useFigures } from "../../ui";
import type { DrawingProps } from "../drawing";
import { useUpdating } from "../heat/useUpdating";
import { Expansions } from "./Expansions";
import { heatOf, largestPotential, spaceCellOf } from "./heat";
import { StatusSign } from "./StatusSign";
import { type TotalSide, TotalText } from "./TotalText";
import { useRollUp } from "./useRollUp";
import styles from "./whitespace.module.css";

/** Each offering in each division: where we are, what it could bring, and what that adds up to. */
export default function WhiteSpaceGrid(props: DrawingProps) {
  const matrix = useMemo(() => matrixOf(props.section), [props.section]);
  return <ReaderProvider>{matrix && <Grid {...props} matrix={matrix} />}</ReaderProvider>;
}

function Grid({ section, label, all, onOpen, matrix }: DrawingProps & { matrix: Matrix }) {
  const { t } = useTranslation("whiteSpace");
  const figures = useReportPart("white_space");
  const isUpdating = useUpdating(inputsOf(all), figures);
  const [down, across] = [useAxis(section.key, matrix.rows), useAxis(section.key, matrix.columns)];
  const cells = useMemo(() => cellsOf(matrix, all), [matrix, all]);
  const lookOf = useSpaceLook(section, matrix, all);
  const wholes = useRollUp(figures, isUpdating);
  if (down.length === 0 || across.length === 0) return <Missing matrix={matrix} />;
  const sums = (side: TotalSide, of: string | null) => (
    <TotalText figures={figures} isUpdating={isUpdating} side={side} of={of} />
  );
  return (
    <div className={styles.space}>
      <MatrixTable
        section={section}
        label={label}
        matrix={matrix}
        down={down}
        across={across}
        cells={cells}
        corner={t("corner")}
        onOpen={onOpen}
        lookOf={lookOf}
        ends={[{ key: "total", head: t("total"), of: ({ id }) => sums("offerings", id) }]}
        foot={[
          {
            key: "total",
            head: t("total"),
            of: ({ id }) => sums("divisions", id),
            meets: { total: sums("total", null) },
          },
          ...wholes,
        ]}
      />
      <Expansions figures={figures} isUpdating={isUpdating} onOpen={onOpen} />
    </div>
  );
}

/** Everything that the sums are worked out from, as text. */
function inputsOf(rows: readonly Row[]): string {
  return JSON.stringify(
    rows.map(({ values: { offering, division, status, current, potential } }) => [
      offering,
      division,
      status,
      current,
      potential,
    ]),
  );
}

function useSpaceLook(section: SectionDescription, matrix: Matrix, all: readonly Row[]) {
  const { t } = useTranslation("whiteSpace");
  const { amount } = useFigures();
  const { currency } = useReader();
  const labels = useLabels();
  const most = useMemo(() => largestPotential(all), [all]);
  return (record: Row) => {
    const cell = spaceCellOf(record);
    const words = labels.choice(section.key, matrix.face, cell.status);
    const potential = cell.potential === null ? null : amount(cell.potential, currency);
    const isKnown = potential !== null && cell.status !== "not_applicable";
    return {
      face: (
        <span className={styles.face}>
          <span className={styles.status}>
            <StatusSign status={cell.status} />
            {words}
          </span>
          {isKnown && <strong>{potential}</strong>}
        </span>
      ),
      heat: heatOf(cell, most),
      said: isKnown ? t("said", { words, potential }) : words,
    };
  };
}
