import { Button, Group, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type JoinCode, joinCodeQuery, useChangeJoinCode } from "../../api";
import { ProblemBar } from "../../pages/forms";
import { grouped } from "../../pages/join/joinCode";
import { ConfirmDialog, CopyField, QrCode, useAnnounce, useFormats } from "../../ui";
import { useWorkspace } from "../frame/workspaceContext";
import { CopyButton } from "../notices/CopyButton";
import styles from "./ShareDialog.module.css";

/** Names under which a machine only knows itself. */
const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

type OpenCode = Extract<JoinCode, { code: string }>;

/** The plan's door for guests: closed, or open with a code, a link and a QR code. */
export function JoinCodePart() {
  const { t } = useTranslation("workspace");
  const { planId } = useWorkspace();
  const door = useQuery(joinCodeQuery(planId));
  const change = useChangeJoinCode(planId);
  const problem = change.error ?? door.error;
  return (
    <section className={styles.part} aria-label={t("share.code")}>
      {problem && <ProblemBar problem={asProblem(problem)} onAgain={() => void door.refetch()} />}
      {door.isPending && <Skeleton height={160} />}
      {door.data?.code === null && (
        <>
          <p className={styles.lead}>{t("share.closed")}</p>
          <Button loading={change.isPending} onClick={() => change.mutate(true)}>
            {t("share.open")}
          </Button>
        </>
      )}
      {door.data?.code && <OpenDoor open={door.data as OpenCode} />}
    </section>
  );
}

function OpenDoor({ open }: { open: OpenCode }) {
  const { t } = useTranslation("workspace");
  const { dayAndTime } = useFormats();
  return (
    <>
      <p className={styles.lead}>{t("share.how")}</p>
      {LOOPBACK.has(new URL(open.link).hostname) && <p className={styles.alone}>{t("share.alone")}</p>}
      <div className={styles.door}>
        <div className={styles.ways}>
          <div>
            <div className={styles.label}>{t("share.code")}</div>
            <div className={styles.code}>{grouped(open.code)}</div>
            <CopyButton text={open.code} label={t("share.copyCode")} />
          </div>
          <CopyField label={t("share.link")} value={open.link} />
          <p className={styles.note}>{t("share.expires", { until: dayAndTime(open.expires_at) })}</p>
        </div>
        <QrCode svg={open.qr_svg} label={t("share.qr")} size={168} />
      </div>
      <DoorActions />
    </>
  );
}

type Change = "rotate" | "close";

/** A new code or none: either way the present one stops working, so both ask first. */
function DoorActions() {
  const { t } = useTranslation("workspace");
  const { planId } = useWorkspace();
  const announce = useAnnounce();
  const change = useChangeJoinCode(planId);
  const [asked, setAsked] = useState<Change | null>(null);
  const shown = asked ?? "rotate";

  function confirm() {
    change.mutate(shown === "rotate", {
      onSuccess: () => announce(t(`share.${shown}.done`)),
      onSettled: () => setAsked(null),
    });
  }

  return (
    <Group gap="sm">
      <Button size="xs" variant="default" onClick={() => setAsked("rotate")}>
        {t("share.rotate.deed")}
      </Button>
      <Button size="xs" variant="default" onClick={() => setAsked("close")}>
        {t("share.close.deed")}
      </Button>
      <ConfirmDialog
        opened={asked !== null}
        title={t(`share.${shown}.title`)}
        confirmLabel={t(`share.${shown}.deed`)}
        busy={change.isPending}
        onConfirm={confirm}
        onClose={() => setAsked(null)}
      >
        {t(`share.${shown}.text`)}
      </ConfirmDialog>
    </Group>
  );
}
