import { Drawer } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Plan } from "../../api";
import type { Target } from "../../collab";
import { PlaceSlotContext } from "../../form/frame/PlaceSlot";
import { usePageTitle } from "../../ui";
import { CommentLink } from "../comments/CommentLink";
import { CommentsPanel } from "../comments/CommentsPanel";
import { CommentsProvider } from "../comments/CommentsProvider";
import { useComments } from "../comments/commentsContext";
import { ExportsProvider } from "../export/ExportsProvider";
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
import { BIN, ToolNav } from "./ToolNav";
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
        <PlaceSlotContext value={commentsBeside}>
          <ExportsProvider>
            <Laid toolKey={toolKey} />
          </ExportsProvider>
        </PlaceSlotContext>
      </CommentsProvider>
    </WorkspaceContext>
  );
}

/** What forms and tables put beside each place: its comments. */
function commentsBeside(target: Target) {
  return <CommentLink target={target} />;
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
  const page = isTool ? t(`tool.${toolKey}.label`, { ns: "plan" }) : toolKey === BIN ? t("nav.bin") : "";
  usePageTitle(page, about?.account.name ?? "");
}
