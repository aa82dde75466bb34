import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useConnection, usePlanSession } from "../../collab";
import { Bar, useFormats } from "../../ui";
import styles from "./notices.module.css";

/** Opening usually takes a blink; only a longer wait is worth words. */
const PATIENCE_MS = 2_000;

/** Says that there is no connection, for as long as there is none, and what that means for one's work. */
export function ConnectionBar() {
  const { t } = useTranslation("workspace");
  const { time } = useFormats();
  const connection = useConnection();
  const { ready } = usePlanSession();
  const waiting = useLasting(connection.status === "connecting");
  if (connection.status === "offline") {
    const { since, cannotSave } = connection;
    const kept = cannotSave ? "connection.keptUnsaved" : "connection.kept";
    return (
      <div className={styles.notice}>
        <Bar
          tone="warn"
          title={t(cannotSave ? "connection.cannotSave" : "connection.offline", { since: time(since) })}
        >
          {t(ready ? kept : "connection.notHere")}{" "}
          {connection.unsavedEdits > 0 && t("connection.waiting", { count: connection.unsavedEdits })}
        </Bar>
      </div>
    );
  }
  if (!waiting) return null;
  return (
    <div className={styles.notice}>
      <Bar
        tone="info"
        title={t("connection.connecting")}
        action={
          <Button size="xs" variant="default" onClick={() => window.location.reload()}>
            {t("connection.reload")}
          </Button>
        }
      >
        {t("connection.connectingHelp")}
      </Bar>
    </div>
  );
}

/** Whether something has been so for longer than the patience of a reader. */
function useLasting(isSo: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!isSo) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isSo]);
  return lasting;
}
