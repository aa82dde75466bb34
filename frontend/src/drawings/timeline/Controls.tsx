import { useTranslation } from "react-i18next";
import styles from "./Controls.module.css";
import { ZOOMS, type Zoom } from "./days";
import { GROUPINGS, type Grouping } from "./lines";

interface ControlsProps {
  zoom: Zoom;
  onZoom(zoom: Zoom): void;
  grouping: Grouping;
  onGroup(grouping: Grouping): void;
}

/** How close to look, and what stands together. */
export function Controls({ zoom, onZoom, grouping, onGroup }: ControlsProps) {
  const { t } = useTranslation("actionViews");
  return (
    <div className={styles.controls}>
      <label>
        {t("timeline.group_by")}
        <select value={grouping} onChange={(event) => onGroup(event.currentTarget.value as Grouping)}>
          {GROUPINGS.map((one) => (
            <option key={one} value={one}>
              {t(`timeline.by.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in; these change the view. */}
      <div className={styles.zoom} role="group" aria-label={t("timeline.zoom.label")}>
        {ZOOMS.map((one) => (
          <button key={one} type="button" aria-pressed={one === zoom} onClick={() => onZoom(one)}>
            {t(`timeline.zoom.${one}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
