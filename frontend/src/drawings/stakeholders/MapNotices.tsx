import { useTranslation } from "react-i18next";
import { TreeNotices } from "../tree/TreeNotices";
import { usePersonWords } from "./usePersonWords";
import type { StakeholderMapState } from "./useStakeholderMap";

/** What is wrong with the reporting lines, and why the last drag did nothing. */
export function MapNotices({ map }: { map: StakeholderMapState }) {
  const { t } = useTranslation("stakeholderMap");
  const { nameOf } = usePersonWords();
  const { people, chart, deeds } = map;
  const name = (id: string) => nameOf(people.find((person) => person.id === id) ?? { name: "" });
  const findings = chart.rounds.map((round) => {
    const top = round[0] ?? "";
    const names = [...round, top].map(name).join(" → ");
    const words = round.length === 1 ? t("round.self", { name: name(top) }) : t("round.several", { names });
    return { words, at: top };
  });
  return (
    <TreeNotices
      findings={findings}
      refusal={deeds.refusal}
      words={{ go: t("round.go"), dismiss: t("refused.dismiss") }}
      onGo={map.go}
      onDismiss={deeds.dismissRefusal}
    />
  );
}
