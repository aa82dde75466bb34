import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useFindingsAt } from "../../collab";
import { PlaceSlot, type SectionDescription, useLabels } from "../../form";
import { cellsOf, type Matrix, MatrixTable, Missing, matrixOf, useAxis } from "../../tools/matrix";
import { textIn } from "../action/action";
import type { DrawingProps } from "../drawing";
import { countLetters, type Letter } from "./letters";
import styles from "./raci.module.css";

const ABOUT_THE_A = ["nobody_accountable", "several_accountable"];

/** Who does, answers for, advises on and hears of each workstream, with what is wrong beside it. */
export default function RaciMatrix(props: DrawingProps) {
  const matrix = useMemo(() => matrixOf(props.section), [props.section]);
  return matrix && <Letters {...props} matrix={matrix} />;
}

function Letters({ section, label, all, onOpen, matrix }: DrawingProps & { matrix: Matrix }) {
  const { t } = useTranslation("tools");
  const [down, across] = [useAxis(section.key, matrix.rows), useAxis(section.key, matrix.columns)];
  const cells = useMemo(() => cellsOf(matrix, all), [matrix, all]);
  const counts = useMemo(() => countLetters(all, "member"), [all]);
  const lookOf = useLetterLook(section, matrix);
  if (down.length === 0 || across.length === 0) return <Missing matrix={matrix} />;
  return (
    <div className={styles.raci}>
      <Legend section={section} matrix={matrix} />
      <MatrixTable
        section={section}
        label={label}
        matrix={matrix}
        down={down}
        across={across}
        cells={cells}
        corner={t("raci.corner")}
        onOpen={onOpen}
        lookOf={lookOf}
        isNarrow
        ends={[
          { key: "one", head: t("raci.answers"), of: ({ id }) => <Accountable workstream={id} rows={all} /> },
        ]}
        foot={[
          {
            key: "count",
            head: t("raci.count"),
            of: ({ id }) => <Counts counts={counts.get(id) ?? []} />,
          },
        ]}
      />
    </div>
  );
}

function Counts({ counts }: { counts: readonly [Letter, number][] }) {
  return counts.map(([letter, count]) => (
    <span key={letter} className={styles.count}>
      {count} {letter}{" "}
    </span>
  ));
}

/** What the letters mean; the cells have no room for it. */
function Legend({ section, matrix }: { section: SectionDescription; matrix: Matrix }) {
  const labels = useLabels();
  const { face } = matrix;
  if (!("choices" in face)) return null;
  return (
    <p className={styles.legend}>
      {face.choices.map(({ value }) => (
        <span key={value}>
          <strong>{value}</strong> {labels.choice(section.key, face, value)}
        </span>
      ))}
    </p>
  );
}

/** Whether exactly one answers for a workstream, with the finding when not. */
function Accountable({ workstream, rows }: { workstream: string; rows: readonly Row[] }) {
  const { t } = useTranslation("tools");
  const place = { section: "workstreams", id: workstream, field: null };
  const found = useFindingsAt(place).find(({ code }) => ABOUT_THE_A.includes(code));
  const count = rows.filter(({ values }) => values.workstream === workstream && values.letter === "A").length;
  return (
    <span className={styles.one} data-wrong={found ? true : undefined}>
      {t("raci.accountable", { count })}
      {found && <PlaceSlot target={place} />}
    </span>
  );
}

function useLetterLook(section: SectionDescription, matrix: Matrix) {
  const labels = useLabels();
  return (record: Row) => {
    const letter = textIn(record.values[matrix.face.key]);
    return {
      face: (
        <strong className={styles.letter} data-letter={letter}>
          {letter}
        </strong>
      ),
      said: letter === null ? "" : labels.choice(section.key, matrix.face, letter),
    };
  };
}
