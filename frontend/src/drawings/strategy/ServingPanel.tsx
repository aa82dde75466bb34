import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useRows } from "../../collab";
import { fieldIn, RecordName, useLabels, useSection } from "../../form";
import { useFormats } from "../../ui";
import { PlaceLink } from "./PlaceLink";
import styles from "./ServingPanel.module.css";
import { type Serving, servingOf } from "./serving";

interface ServingPanelProps {
  goal: Row;
  title: string;
  canAdd: boolean;
  onAdd(): void;
  onClose(): void;
}

/** From a goal to what we do about it: the objectives that serve it, their actions, who does them and by when. */
export function ServingPanel({ goal, title, canAdd, onAdd, onClose }: ServingPanelProps) {
  const { t } = useTranslation("strategyMap");
  const objectives = useRows("objectives");
  const actions = useRows("actions");
  const serving = useMemo(() => servingOf(goal.id, objectives, actions), [goal.id, objectives, actions]);
  return (
    <aside
      className={styles.serving}
      aria-label={t("serving.label", { title })}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <header>
        <h3>{t("serving.title")}</h3>
        <button type="button" aria-label={t("serving.close")} onClick={onClose}>
          ×
        </button>
        <p>{title}</p>
      </header>
      {serving.length === 0 && <p className={styles.unserved}>{t("serving.none")}</p>}
      <ul>
        {serving.map((one) => (
          <Objective key={one.objective.id} serving={one} />
        ))}
      </ul>
      {canAdd && (
        <button type="button" className={styles.serve} onClick={onAdd}>
          {t("serving.add")}
        </button>
      )}
    </aside>
  );
}

function Objective({ serving: { objective, actions } }: { serving: Serving }) {
  const { t } = useTranslation("strategyMap");
  return (
    <li>
      <Named section="objectives" row={objective} />
      <Facts section="objectives" row={objective} />
      {actions.length === 0 && <p className={styles.unserved}>{t("serving.noAction")}</p>}
      {actions.length > 0 && (
        <ul>
          {actions.map((action) => (
            <li key={action.id}>
              <Named section="actions" row={action} />
              <Facts section="actions" row={action} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Named({ section, row }: { section: string; row: Row }) {
  return (
    <PlaceLink target={{ section, id: row.id, field: null }}>
      <RecordName section={section} id={row.id} />
    </PlaceLink>
  );
}

/** Who, by when, how far: what is missing is said, because that is what must be settled. */
function Facts({ section, row: { values } }: { section: string; row: Row }) {
  const { t } = useTranslation("strategyMap");
  const { day } = useFormats();
  const labels = useLabels();
  const status = fieldIn(useSection(section), "status");
  return (
    <p className={styles.facts}>
      {typeof values.owner === "string" ? (
        <RecordName section="team_members" id={values.owner} />
      ) : (
        <em>{t("serving.noOwner")}</em>
      )}
      <span>{typeof values.due === "string" ? day(values.due) : <em>{t("serving.noDate")}</em>}</span>
      {status && typeof values.status === "string" && (
        <span>{labels.choice(section, status, values.status)}</span>
      )}
    </p>
  );
}
