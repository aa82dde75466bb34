import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdits, useRows } from "../../collab";
import { useAnnounce } from "../../ui";
import { lineSelected, type SelectionState } from "../canvas";
import { words } from "./person";

/** What somebody is to be joined with, once a name is chosen. */
export interface Joining {
  how: "influences" | "influencedBy" | "coveredBy";
  id: string;
}

const SECTION = "influence_lines";
/** A new line is a clear one: neither the weakest nor the strongest until somebody says so. */
const CLEAR = 2;
/** A new contact knows them by name, the least that a contact can mean. */
const BY_NAME = 1;

/** Everything that changes lines on the map: who influences whom, and who of ours covers them. */
export function useLineDeeds({ select }: SelectionState) {
  const { t } = useTranslation("stakeholderMap");
  const edits = useEdits();
  const announce = useAnnounce();
  const lines = useRows(SECTION);
  const [joining, join] = useState<Joining | null>(null);

  const link = (from: string, to: string) => {
    const known = lines.find(
      ({ values }) => words(values.from_whom) === from && words(values.to_whom) === to,
    );
    const values = { from_whom: from, to_whom: to, kind: "influences", strength: CLEAR };
    const id = known?.id ?? edits.add(SECTION, values);
    if (id === null) return announce(t("full"));
    select(lineSelected(id));
  };
  const finish = (other: string) => {
    if (joining === null) return;
    const { how, id } = joining;
    join(null);
    if (how === "influences") link(id, other);
    else if (how === "influencedBy") link(other, id);
    else edits.add("coverage", { member: other, stakeholder: id, quality: BY_NAME });
  };
  const removeLine = (id: string) => {
    edits.remove(SECTION, id);
    announce(t("line.removed"));
  };
  return { joining, join, link, finish, removeLine };
}
