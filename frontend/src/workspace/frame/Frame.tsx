import { Drawer } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Plan } from "../../api";
import type { Target } from "../../collab";
import { PlaceFootContext, PlaceSlotContext } from "../../form/frame/PlaceSlot";
import { usePageTitle } from "../../ui";
import { CommentLink } from "../comments/CommentLink";
import { CommentsPanel } from "../comments/CommentsPanel";
import { CommentsProvider } from "../comments/CommentsProvider";
import { useComments } from "../comments/commentsContext";
import { ExportsProvider } from "../export/ExportsProvider";
import { FindingMark } from "../findings/FindingMark";
import { FindingsPanel } from "../findings/FindingsPanel";
import { FindingsProvider } from "../findings/FindingsProvider";
import { BeneathField, BesideRecord } from "../history/beside";
import { HistoryDoor } from "../history/HistoryDoor";
import { HistoryProvider } from "../history/HistoryProvider";
import { useOpenPlace } from "../places/openPlace";
import { PAGES, targetOfTool } from "../places/targets";
import { useShortcuts } from "../shortcuts/useShortcuts";
import { useUndoNews } from "../undo/useUndoNews";
import { Dialogs } from "./Dialogs";
import styles from "./Frame.module.css";
import { Notices } from "./Notices";
import { usePeopleNews } from "./peopleNews";
import { useIsPhone } from "./screen";
import { ToolMain } from "./ToolMain";
import { OWN_PAGES, ToolNav } from "./ToolNav";
import { useEscapeFirst } from "./useEscapeFirst";
import { usePrefetch } from "./usePrefetch";
import { useWorkspaceState } from "./useWorkspaceState";
import { WorkspaceHeader } from "./WorkspaceHeader";
import { useWorkspace, WorkspaceContext } from "./workspaceContext";

interface FrameProps {
  planId: string;
  about: Plan | null;
  toolKey: string;
}

/** Everything around a plan's pages, with what is shared by it. */
export function Frame({ planId, about, toolKey }: FrameProps) {
  return (
    <WorkspaceContext value={useWorkspaceState(planId, about)}>
      <CommentsProvider>
        <FindingsProvider>
          <HistoryProvider>
            <PlaceSlotContext value={beside}>
              <PlaceFootContext value={beneath}>
                <ExportsProvider>
                  <Laid toolKey={toolKey} />
                </ExportsProvider>
              </PlaceFootContext>
            </PlaceSlotContext>
          </HistoryProvider>
        </FindingsProvider>
      </CommentsProvider>
    </WorkspaceContext>
  );
}

/** What forms and tables put beside each place: what is to be mended there, its comments, a record's past. */
function beside(target: Target) {
  return (
    <>
      <FindingMark target={target} />
      <CommentLink target={target} />
      <BesideRecord target={target} />
    </>
  );
}

function beneath(target: Target) {
  return <BeneathField target={target} />;
}

function Laid({ toolKey }: { toolKey: string }) {
  const [toolsShown, setToolsShown] = useState(false);
  const tool = PAGES.find(({ key }) => key === toolKey);
  const record = useOpenRecord();
  const { panel, closePanel } = useComments();
  const isOver = record !== null && panel?.overRecord === record.id;
  useEscapeFirst(isOver, closePanel);
  useTitle(toolKey);
  useShortcuts();
  useUndoNews();
  usePeopleNews();
  usePrefetch();
  return (
    <div className={styles.frame}>
      <WorkspaceHeader toolsShown={toolsShown} onToggleTools={() => setToolsShown(!toolsShown)} />
      <div className={styles.notices}>
        <Notices />
      </div>
      <Tools toolKey={toolKey} isShown={toolsShown} onClose={() => setToolsShown(false)} />
      <main id="main" key={toolKey} tabIndex={-1} className={styles.main}>
        <ToolMain toolKey={toolKey} />
      </main>
      <CommentsPanel here={record ?? (tool ? targetOfTool(tool) : null)} isOver={isOver} />
      <FindingsPanel />
      <HistoryDoor />
      <Dialogs />
    </div>
  );
}

interface ToolsProps {
  toolKey: string;
  isShown: boolean;
  onClose(): void;
}

/** The list of tools: a column that narrower screens can put away, on a phone a drawer. */
function Tools({ toolKey, isShown, onClose }: ToolsProps) {
  const { t } = useTranslation("workspace");
  const isPhone = useIsPhone();
  if (!isPhone) {
    return (
      <div id="tools" className={styles.nav} data-kept={isShown}>
        <ToolNav toolKey={toolKey} />
      </div>
    );
  }
  return (
    <Drawer
      opened={isShown}
      onClose={onClose}
      size={304}
      padding={8}
      title={t("nav.label")}
      closeButtonProps={{ "aria-label": t("dialog.close") }}
    >
      <ToolNav toolKey={toolKey} onChosen={onClose} />
    </Drawer>
  );
}

/** The record that is open over the page. */
function useOpenRecord(): Target | null {
  const { open } = useOpenPlace();
  return open?.id ? { ...open, field: null } : null;
}

function useTitle(toolKey: string): void {
  const { t } = useTranslation("workspace");
  const { about } = useWorkspace();
  const isTool = PAGES.some(({ key }) => key === toolKey);
  const page = isTool
    ? t(`tool.${toolKey}.label`, { ns: "plan" })
    : OWN_PAGES.includes(toolKey)
      ? t(`nav.${toolKey}`)
      : "";
  usePageTitle(page, about?.account.name ?? "");
}
