import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import tree from "../tree/tree.module.css";
import type { DivisionMapState } from "./useDivisionMap";

/** What can be done with the whole map, and with the division that is chosen. */
export function DivisionBar({ map, canEdit }: { map: DivisionMapState; canEdit: boolean }) {
  const { t } = useTranslation("divisionMap");
  const { chosen, collapsed, layout, deeds } = map;
  return (
    <div className={tree.bar}>
      {layout.below.size > 0 && (
        <Button size="xs" variant="default" onClick={map.fold}>
          {t(collapsed.ids.size > 0 ? "bar.expand" : "bar.collapse")}
        </Button>
      )}
      <span className={tree.grow} />
      {canEdit && chosen === null && <span className={tree.invitation}>{t("bar.choose")}</span>}
      {canEdit && chosen !== null && (
        <span className={tree.editing}>
          <Button size="xs" variant="default" onClick={() => deeds.addBelow(chosen)}>
            {t("bar.below")}
          </Button>
          <Button size="xs" variant="default" onClick={() => deeds.addBeside(chosen)}>
            {t("bar.beside")}
          </Button>
        </span>
      )}
    </div>
  );
}
