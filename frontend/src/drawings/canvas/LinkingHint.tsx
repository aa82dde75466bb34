import { useMediaQuery } from "@mantine/hooks";
import { Panel } from "@xyflow/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Canvas.module.css";
import type { CanvasDeeds } from "./useCanvasKeys";

/**
 * What the dots around the piece that was tapped are for.
 *
 * A mouse sees them wherever it goes and tries them; a finger has nothing to try them with.
 */
export function LinkingHint() {
  const { t } = useTranslation("canvas");
  const isFinger = useMediaQuery("(pointer: coarse)");
  if (!isFinger) return null;
  return (
    <Panel position="top-center" className={styles.hint ?? ""}>
      {t("linking")}
    </Panel>
  );
}

/** Links, and whether this hand has done so: it needs to be told no more. */
export function useLinking(link: CanvasDeeds["onLink"]) {
  const [hasLinked, setLinked] = useState(false);
  const onLink = (from: string, to: string) => {
    setLinked(true);
    link?.(from, to);
  };
  return { needsHint: link !== undefined && !hasLinked, onLink: link && onLink };
}
