import { Button, Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import tree from "../tree/tree.module.css";
import styles from "./map.module.css";

interface MapBarProps {
  /** The one person who is chosen, with their name. */
  chosen: { id: string; name: string } | null;
  canEdit: boolean;
  showsLines: boolean;
  onShowLines(shows: boolean): void;
  /** Left out where nobody leads anybody. */
  folding: { isFolded: boolean; onFold(): void } | null;
  onAddReport(id: string): void;
  onAddPeer(id: string): void;
  onInfluence(id: string): void;
  onAskWays(id: string): void;
}

/** What can be shown on the map, and what can be done with the person who is chosen. */
export function MapBar(props: MapBarProps) {
  const { chosen, canEdit, showsLines, onShowLines, folding } = props;
  const { t } = useTranslation("stakeholderMap");
  return (
    <div className={tree.bar}>
      <Checkbox
        label={t("bar.lines")}
        checked={showsLines}
        onChange={(event) => onShowLines(event.currentTarget.checked)}
      />
      {folding && (
        <Button size="xs" variant="default" onClick={folding.onFold}>
          {t(folding.isFolded ? "bar.expand" : "bar.collapse")}
        </Button>
      )}
      <span className={tree.grow} />
      {chosen === null ? (
        <span className={tree.invitation}>{t(canEdit ? "bar.choose" : "bar.chooseReading")}</span>
      ) : (
        <ChosenDeeds {...props} id={chosen.id} name={chosen.name} />
      )}
    </div>
  );
}

function ChosenDeeds({ id, name, canEdit, ...deeds }: MapBarProps & { id: string; name: string }) {
  const { t } = useTranslation("stakeholderMap");
  return (
    <>
      {canEdit && (
        <span className={tree.editing}>
          <Button size="xs" variant="default" onClick={() => deeds.onAddReport(id)}>
            {t("bar.report")}
          </Button>
          <Button size="xs" variant="default" onClick={() => deeds.onAddPeer(id)}>
            {t("bar.peer")}
          </Button>
          <Button size="xs" variant="default" onClick={() => deeds.onInfluence(id)}>
            {t("bar.influence")}
          </Button>
        </span>
      )}
      <Button size="xs" className={styles.ask ?? ""} onClick={() => deeds.onAskWays(id)}>
        {t("ways.title", { name })}
      </Button>
    </>
  );
}
