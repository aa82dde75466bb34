import { MiniMap, Panel, useStore } from "@xyflow/react";
import { useTranslation } from "react-i18next";
import styles from "./Canvas.module.css";
import type { View } from "./useView";

/** Fewer pieces are found at a glance. */
const WORTH_A_MAP = 30;

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

/** A small map of everything, where there is more than fits the window. */
export function Overview({ count }: { count: number }) {
  const { t } = useTranslation("canvas");
  const isWide = useStore((state) => state.width > 900);
  if (count < WORTH_A_MAP || !isWide) return null;
  return (
    <MiniMap
      pannable
      className={styles.overview ?? ""}
      ariaLabel={t("overview")}
      nodeBorderRadius={8}
      nodeClassName={(node) => node.type ?? ""}
    />
  );
}
