import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Rejection, usePlanSession, useRejections } from "../../collab";
import { Bar } from "../../ui";
import { parseTarget } from "../places/targets";
import { namePlace } from "../places/titles";
import { CopyButton } from "./CopyButton";
import styles from "./notices.module.css";

/** What the server did not accept, why, and the words themselves, kept until the person lets them go (W6). */
export function RejectionBar() {
  const { rejections, dismiss } = useRejections();
  if (rejections.length === 0) return null;
  return (
    <div className={styles.notice}>
      {rejections.map((rejection, index) => (
        <OneRejection
          key={`${rejection.at.getTime()}/${rejection.where}`}
          rejection={rejection}
          onDismiss={() => dismiss(index)}
        />
      ))}
    </div>
  );
}

function OneRejection({ rejection, onDismiss }: { rejection: Rejection; onDismiss: () => void }) {
  const { t } = useTranslation("workspace");
  const { doc } = usePlanSession();
  const place = rejection.where ? namePlace(doc, parseTarget(rejection.where), t) : null;
  const where = place ? [place.tool, place.record, place.field].filter(Boolean).join(" · ") : "";
  return (
    <Bar
      tone="bad"
      title={where ? t("rejection.titleAt", { where }) : t("rejection.title")}
      action={
        <Group gap="sm">
          {rejection.text && <CopyButton text={rejection.text} />}
          <Button size="xs" variant="default" onClick={onDismiss}>
            {t("rejection.dismiss")}
          </Button>
        </Group>
      }
    >
      <p className={styles.why}>{rejection.message}</p>
      {rejection.text && (
        <>
          <p className={styles.why}>{t("rejection.kept")}</p>
          <blockquote className={styles.kept}>{rejection.text}</blockquote>
        </>
      )}
    </Bar>
  );
}
