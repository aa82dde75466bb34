import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useHasRoomBeside } from "../frame/screen";
import { useWorkspace } from "../frame/workspaceContext";
import { parseTarget } from "../places/targets";
import { usePlaceName } from "../places/titles";
import styles from "./findings.module.css";
import { useFindingsPanel } from "./findingsContext";

/** Where a finding is, and the way there. */
export function FindingPlace({ where }: { where: string }) {
  const { t } = useTranslation("findings");
  const { goTo } = useWorkspace();
  const { closePanel } = useFindingsPanel();
  const isBeside = useHasRoomBeside();
  const target = parseTarget(where);
  const { tool, record, field } = usePlaceName(target);
  const name = [tool, record, field].filter(Boolean).join(" · ");
  return (
    <div className={styles.place}>
      <span className={styles.where}>{name}</span>
      <Button
        size="xs"
        variant="subtle"
        aria-label={t("goTo", { where: name })}
        onClick={() => {
          // Where the panel lies over the page, it would lie over the place as well.
          if (!isBeside) closePanel();
          goTo(target);
        }}
      >
        {t("goThere")}
      </Button>
    </div>
  );
}
