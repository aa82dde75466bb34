import { Button, Modal, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Audience, planDocumentAddress } from "../../api";
import { useSaveState } from "../../collab";
import { Bar } from "../../ui";
import { useIsPhone } from "../frame/screen";
import { useWorkspace } from "../frame/workspaceContext";
import styles from "./ExportDialog.module.css";
import { ExportProgress } from "./ExportProgress";
import { useExports } from "./exportsContext";
import { WhatLeaves } from "./WhatLeaves";

/** What can be taken out of the plan, for whom, and what exactly it contains. */
export function ExportDialog() {
  const { t } = useTranslation("workspace");
  const { dialog, show } = useWorkspace();
  const isPhone = useIsPhone();
  return (
    <Modal
      opened={dialog === "export"}
      onClose={() => show(null)}
      size={600}
      fullScreen={isPhone}
      title={t("export.title")}
      closeButtonProps={{ "aria-label": t("dialog.close") }}
    >
      <ExportForm />
    </Modal>
  );
}

function ExportForm() {
  const { t } = useTranslation("workspace");
  const { start, followed } = useExports();
  const [audience, setAudience] = useState<Audience>("customer");
  const mine = followed.find((one) => one.audience === audience);
  const isUnderWay = mine !== undefined && mine.failure === null && mine.progress?.state !== "ready";
  return (
    <Stack gap="md">
      <Radio.Group
        value={audience}
        onChange={(chosen) => setAudience(chosen as Audience)}
        label={t("export.forWhom")}
      >
        <div className={styles.choices}>
          <Choice audience="customer" />
          <Choice audience="team" />
        </div>
      </Radio.Group>
      {audience === "customer" && <WhatLeaves />}
      <Unsaved />
      {mine && <ExportProgress followed={mine} />}
      <div className={styles.actions}>
        <Json audience={audience} />
        <Button disabled={isUnderWay} onClick={() => start(audience)}>
          {t(`export.${audience}.start`)}
        </Button>
      </div>
    </Stack>
  );
}

function Choice({ audience }: { audience: Audience }) {
  const { t } = useTranslation("workspace");
  return (
    <Radio.Card value={audience} className={styles.choice} aria-labelledby={`export-${audience}`}>
      <Radio.Indicator />
      <span>
        <b id={`export-${audience}`}>{t(`export.${audience}.name`)}</b>
        <span className={styles.contains}>{t(`export.${audience}.contains`)}</span>
      </span>
    </Radio.Card>
  );
}

/** The same content as a file for other programs; the server answers with the file itself. */
function Json({ audience }: { audience: Audience }) {
  const { t } = useTranslation("workspace");
  const { planId } = useWorkspace();
  return (
    <Button variant="default" component="a" href={planDocumentAddress(planId, audience)} download>
      {t(`export.${audience}.json`)}
    </Button>
  );
}

/** An export is made from what the server has; what only this device has would be missing from it. */
function Unsaved() {
  const { t } = useTranslation("workspace");
  const state = useSaveState();
  if (state.state !== "offline" || state.edits === 0) return null;
  return <Bar tone="warn">{t("export.unsaved", { count: state.edits })}</Bar>;
}
