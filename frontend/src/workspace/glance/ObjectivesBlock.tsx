import { useTranslation } from "react-i18next";
import { type Row, useReportPart, useRows } from "../../collab";
import { useNameOf } from "../../drawings/heat/useNameOf";
import { fieldIn, useLabels, useSection } from "../../form";
import { useFigures, useFormats } from "../../ui";
import { ShareBar } from "./Bar";
import { Block, More, Nothing, PlaceLink } from "./Block";
import styles from "./glance.module.css";
import { type Progress, progressOf, standing } from "./objectiveProgress";

const MOST = 9;
const NO_ACTIONS: readonly string[] = [];

/** How far each objective has come. */
export function ObjectivesBlock() {
  const { t } = useTranslation("glance");
  const objectives = standing(useRows("objectives"));
  const actions = new Map(useRows("actions").map((row) => [row.id, row]));
  const actionsOf = useReportPart("traceability")?.actions_of ?? {};
  const reached = objectives.filter(({ values }) => values.status === "reached").length;
  return (
    <Block name="objectives" tool="objectives">
      {objectives.length === 0 ? (
        <Nothing name="objectives" section="objectives" />
      ) : (
        <p className={styles.headline}>{t("objectives.count", { count: objectives.length, reached })}</p>
      )}
      <ul className={styles.lines}>
        {objectives.slice(0, MOST).map((row) => (
          <Line
            key={row.id}
            row={row}
            progress={progressOf(
              row,
              (actionsOf[row.id] ?? NO_ACTIONS).flatMap((id) => actions.get(id) ?? []),
            )}
          />
        ))}
      </ul>
      <More count={objectives.length - MOST} />
    </Block>
  );
}

function Line({ row: { id, values }, progress }: { row: Row; progress: Progress }) {
  const section = useSection("objectives");
  const labels = useLabels();
  const name = useNameOf("objectives")(id);
  const status = fieldIn(section, "status");
  const said =
    status && typeof values.status === "string" ? labels.choice(section.key, status, values.status) : "";
  return (
    <li className={styles.measured}>
      <PlaceLink target={{ section: "objectives", id, field: null }}>{name}</PlaceLink>
      <ShareBar share={shareOf(progress)} />
      <span className={styles.aside}>{[useProgressWords(progress), said].filter(Boolean).join(" · ")}</span>
    </li>
  );
}

function shareOf(progress: Progress): number {
  if (progress.by === "figure") return progress.share;
  return progress.by === "actions" ? progress.done / progress.total : 0;
}

function useProgressWords(progress: Progress): string {
  const { t } = useTranslation("glance");
  const { number } = useFormats();
  const { share } = useFigures();
  switch (progress.by) {
    case "figure":
      return t("objectives.figure", {
        share: share(progress.share),
        current: number(progress.current),
        target: number(progress.target),
        unit: progress.unit,
      });
    case "actions":
      return t("objectives.actions", { done: progress.done, count: progress.total });
    case "nothing":
      return t("objectives.noActions");
  }
}
