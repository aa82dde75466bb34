import { Button, Skeleton, VisuallyHidden } from "@mantine/core";
import { Component, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { ToolPage } from "../../tools";
import { EmptyState } from "../../ui";
import { lazily } from "../../ui/lazily";
import { BinPage } from "../bin/BinPage";
import { useOpenPlace } from "../places/openPlace";
import { PAGES } from "../places/targets";
import { BIN, GLANCE } from "./ToolNav";
import { useWorkspace } from "./workspaceContext";

const GlancePage = lazily(() => import("../glance/GlancePage"));

/** The page in the middle: a tool, the plan at a glance, the bin, or what to do when there is no such page. */
export function ToolMain({ toolKey }: { toolKey: string }) {
  const { open, onOpen } = useOpenPlace();
  const tool = PAGES.find(({ key }) => key === toolKey);
  if (toolKey === BIN) return <BinPage />;
  if (toolKey !== GLANCE && !tool) return <NoSuchTool />;
  return (
    <Contained>
      <Suspense fallback={<ToolSkeleton />}>
        {tool ? <ToolPage toolKey={tool.key} open={open} onOpen={onOpen} /> : <GlancePage />}
      </Suspense>
    </Contained>
  );
}

function ToolSkeleton() {
  const { t } = useTranslation("workspace");
  return (
    <div aria-busy="true">
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      <Skeleton height={24} width={200} mb={24} />
      <Skeleton height={320} />
    </div>
  );
}

function NoSuchTool() {
  const { t } = useTranslation("workspace");
  const { goToTool } = useWorkspace();
  return (
    <EmptyState
      isPage
      title={t("noTool.title")}
      action={<Button onClick={() => goToTool(PAGES[0]?.key ?? BIN)}>{t("noTool.action")}</Button>}
    >
      {t("noTool.text")}
    </EmptyState>
  );
}

/** Keeps a page that breaks from taking the frame, and with it the save state, along. */
class Contained extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useTranslation("workspace");
  return (
    <EmptyState
      isPage
      title={t("broken.title")}
      action={<Button onClick={() => window.location.reload()}>{t("broken.action")}</Button>}
    >
      {t("broken.text")}
    </EmptyState>
  );
}
