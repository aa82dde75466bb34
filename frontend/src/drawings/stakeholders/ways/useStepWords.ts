import { useTranslation } from "react-i18next";
import { type Row, useRows } from "../../../collab";
import { fieldIn, useLabels, useSection } from "../../../form";
import { figure, words } from "../person";
import type { WayThere } from "./useWays";

type Step = WayThere["steps"][number];

/** Returns a function that says why a case of ours goes from one person of a way to the next. */
export function useStepWords(): (from: Step, to: Step) => string {
  const { t } = useTranslation("stakeholderMap");
  const coverage = useRows("coverage");
  const influence = useRows("influence_lines");
  const sayStep = {
    coverage: useSayScale("coverage", "quality"),
    influence: useSayScale("influence_lines", "strength"),
  };
  return (from, to) => {
    const names = { from: from.name, to: to.name };
    switch (to.by) {
      case "coverage": {
        const how = sayStep.coverage(recordOf(to.line, coverage));
        return how === "" ? t("ways.by.coverage", names) : t("ways.by.coverageHow", { ...names, how });
      }
      case "influence": {
        const line = recordOf(to.line, influence);
        const how = sayStep.influence(line);
        const said =
          how === "" ? t("ways.by.influence", names) : t("ways.by.influenceHow", { ...names, how });
        const basis = words(line?.values.basis);
        return basis === null ? said : t("ways.by.because", { said, basis });
      }
      case "reports_to":
      case "manages":
      case "key_contact":
        return t(`ways.by.${to.by}`, names);
      default:
        return "";
    }
  };
}

/** The record that a target such as `coverage/ID` names. */
function recordOf(target: string | null, rows: readonly Row[]): Row | null {
  const id = target?.split("/")[1];
  return rows.find((row) => row.id === id) ?? null;
}

function useSayScale(key: string, fieldKey: string): (row: Row | null) => string {
  const labels = useLabels();
  const field = fieldIn(useSection(key), fieldKey);
  return (row) => {
    const value = figure(row?.values[fieldKey]);
    return value === null || field === null ? "" : labels.step(key, field, value).toLocaleLowerCase();
  };
}
