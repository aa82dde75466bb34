import { useTranslation } from "react-i18next";
import type { ForestLayout } from "../tree/forestLayout";
import { TreeBackdrop } from "../tree/TreeBackdrop";
import styles from "./map.module.css";

/** What lies under the cards of people, and the heads of the lines between them. */
export function MapBackdrop({ layout }: { layout: ForestLayout }) {
  const { t } = useTranslation("stakeholderMap");
  return (
    <TreeBackdrop
      section="stakeholders"
      layout={layout}
      bands={{ alone: t("band.alone"), beside: t("band.beside") }}
    >
      <Arrow id="influence-end" size={10} className={styles.arrow ?? ""} />
      <Arrow id="way-end" size={16} className={styles.wayArrow ?? ""} />
    </TreeBackdrop>
  );
}

/** `size` in the canvas's units, however thick the line is. */
function Arrow({ id, size, className }: { id: string; size: number; className: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 10 10"
      refX="9"
      refY="5"
      markerWidth={size}
      markerHeight={size}
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M1 1 9 5 1 9z" className={className} />
    </marker>
  );
}
