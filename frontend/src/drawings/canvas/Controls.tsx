import { Panel, useStore } from "@xyflow/react";
import { useTranslation } from "react-i18next";
import styles from "./Canvas.module.css";
import type { View } from "./useView";

/** Nearer and further, and everything at once. */
export function Controls({ view }: { view: View }) {
  const { t } = useTranslation("canvas");
  const zoom = useStore((state) => state.transform[2]);
  return (
    <Panel position="bottom-left" className={styles.controls ?? ""}>
      <button type="button" aria-label={t("zoom.out")} title={t("zoom.out")} onClick={() => view.zoom("out")}>
        −
      </button>
      <span role="img" aria-label={t("zoom.now", { share: zoom })}>
        {t("zoom.share", { share: zoom })}
      </span>
      <button type="button" aria-label={t("zoom.in")} title={t("zoom.in")} onClick={() => view.zoom("in")}>
        +
      </button>
      <button type="button" onClick={view.showAll}>
        {t("zoom.fit")}
      </button>
    </Panel>
  );
}
