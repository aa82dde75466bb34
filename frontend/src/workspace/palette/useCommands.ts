import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdits, usePlanSession, useUndoState } from "../../collab";
import { firstToFill } from "../../form";
import { useComments } from "../comments/commentsContext";
import { useFindingsPanel } from "../findings/findingsContext";
import { useWorkspace } from "../frame/workspaceContext";
import { useHistory } from "../history/historyContext";
import { PAGES } from "../places/targets";
import { namedRecords } from "../places/titles";
import {
  addCommands,
  type Command,
  deedCommands,
  type Reach,
  recordCommands,
  toolCommands,
} from "./commands";

const SECTIONS = PAGES.flatMap((tool) => tool.sections);

/** Every command there is for this person in this plan. */
export function useCommands(): Command[] {
  const { t } = useTranslation("workspace");
  const { doc, canEdit } = usePlanSession();
  const { can, goTo, goToTool, show, undo, redo } = useWorkspace();
  const edits = useEdits();
  const { togglePanel, panel } = useComments();
  const findings = useFindingsPanel();
  const history = useHistory();
  const { canUndo, canRedo } = useUndoState();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme("light") === "dark";
  const [records] = useState(() => namedRecords(doc, SECTIONS));
  const reach: Reach = {
    can,
    canEdit,
    canUndo,
    canRedo,
    isDark,
    goToTool,
    goToRecord: ({ section, id }) => goTo({ section: section.key, id, field: null }),
    addTo: (section) => {
      const id = edits.add(section.key);
      if (id !== null) goTo({ section: section.key, id, field: firstToFill(section) });
    },
    show,
    openFindings: () => findings.isShown || findings.togglePanel(),
    openComments: () => panel || togglePanel(),
    openHistory: history.comeBack,
    undo,
    redo,
    setDark: (dark) => setColorScheme(dark ? "dark" : "light"),
  };
  return [
    ...toolCommands(reach, t),
    ...deedCommands(reach, t),
    ...recordCommands(records, reach, t),
    ...addCommands(reach, t),
  ];
}
