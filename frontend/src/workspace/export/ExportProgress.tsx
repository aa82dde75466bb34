import { Button, Group, Progress } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { exportFileAddress } from "../../api";
import { Bar, useAnnounce } from "../../ui";
import { useWorkspace } from "../frame/workspaceContext";
import styles from "./ExportDialog.module.css";
import { type FollowedExport, useExports } from "./exportsContext";

/** How far a PDF is: being made, ready to download, or failed with what to do about it. */
export function ExportProgress({ followed }: { followed: FollowedExport }) {
  const { t } = useTranslation("workspace");
  const { drop, start } = useExports();
  const { audience, progress, failure, key } = followed;
  if (failure) {
    return (
      <Bar
        tone="bad"
        title={failure.detail}
        action={
          <Button size="xs" variant="default" onClick={() => start(audience)}>
            {t("export.again")}
          </Button>
        }
      >
        {failure.remedy}
      </Bar>
    );
  }
  if (progress?.state === "ready") return <Ready followed={followed} />;
  return (
    <div className={styles.progress}>
      <Group justify="space-between">
        <span role="status">
          {t(progress?.state === "rendering" ? "export.rendering" : "export.waiting")}
        </span>
        <Button size="xs" variant="default" onClick={() => drop(key)}>
          {t("export.cancel")}
        </Button>
      </Group>
      <Progress
        value={Math.max(4, (progress?.progress ?? 0) * 100)}
        aria-label={t("export.progress")}
        size={4}
      />
      <p>{t("export.goOn")}</p>
    </div>
  );
}

function Ready({ followed: { audience, progress, key } }: { followed: FollowedExport }) {
  const { t } = useTranslation("workspace");
  const { drop } = useExports();
  return (
    <Bar
      tone="good"
      title={t(`export.${audience}.ready`)}
      action={
        <Group gap="sm">
          <Download id={progress?.id ?? ""} />
          <Button size="xs" variant="default" onClick={() => drop(key)}>
            {t("export.dismiss")}
          </Button>
        </Group>
      }
    />
  );
}

function Download({ id }: { id: string }) {
  const { t } = useTranslation("workspace");
  const { planId } = useWorkspace();
  return (
    <Button size="xs" component="a" href={exportFileAddress(planId, id)} download>
      {t("export.download")}
    </Button>
  );
}

/** In the frame, for those who closed the dialog: a line when a PDF is ready or could not be made. */
export function ExportNotices() {
  const { t } = useTranslation("workspace");
  const { dialog } = useWorkspace();
  const { followed } = useExports();
  const announce = useAnnounce();
  const over = followed.filter(({ failure, progress }) => failure !== null || progress?.state === "ready");
  const news = over
    .map(({ audience, failure }) => failure?.detail ?? t(`export.${audience}.ready`))
    .join(" ");
  useEffect(() => {
    if (news !== "") announce(news);
  }, [news, announce]);
  if (dialog === "export") return null;
  return over.map((one) => <ExportProgress key={one.key} followed={one} />);
}
