import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../../collab";
import { Bar } from "../../ui";
import { useWorkspace } from "../frame/workspaceContext";
import styles from "./notices.module.css";

const WELCOMED = "tavolo.welcomed.";

/** One line for a guest who is here for the first time: what to do. It asks nothing and blocks nothing. */
export function Welcome() {
  const { t } = useTranslation("workspace");
  const { planId, isGuest } = useWorkspace();
  const { you, canEdit } = usePlanSession();
  const [isShown, setShown] = useState(() => localStorage.getItem(WELCOMED + planId) === null);
  if (!isGuest || !isShown || !you) return null;

  function dismiss() {
    localStorage.setItem(WELCOMED + planId, "1");
    setShown(false);
  }

  return (
    <div className={styles.notice}>
      <Bar
        title={t("welcome.title", { name: you.name })}
        action={
          <Button size="xs" variant="default" onClick={dismiss}>
            {t("welcome.dismiss")}
          </Button>
        }
      >
        {t(canEdit ? "welcome.edit" : "welcome.read")}
      </Bar>
    </div>
  );
}
