import { useTranslation } from "react-i18next";
import { useConnection, useReport, useRows } from "../../collab";
import { ReaderProvider } from "../../form/reading/ReaderProvider";
import { AT_A_GLANCE } from "../places/entrance";
import { ActionsBlock } from "./ActionsBlock";
import { DatesBlock } from "./DatesBlock";
import { FindingsBlock } from "./FindingsBlock";
import { GoalsBlock } from "./GoalsBlock";
import styles from "./glance.module.css";
import { HealthBlock } from "./HealthBlock";
import { KeyFigures } from "./KeyFigures";
import { ObjectivesBlock } from "./ObjectivesBlock";
import { PeopleBlock } from "./PeopleBlock";
import { RivalsBlock } from "./RivalsBlock";
import { SpaceBlock } from "./SpaceBlock";
import { StartHere } from "./StartHere";
import { TogetherBlock } from "./TogetherBlock";

/** The whole plan on one page: what a director looks at first, each with the way to where it is worked on. */
export default function GlancePage() {
  const { t } = useTranslation(["glance", "findings"]);
  const isEmpty = useIsEmpty();
  return (
    <ReaderProvider>
      <div className={styles.page}>
        <h1>{t("title")}</h1>
        <p className={styles.leadText}>{t("lead")}</p>
        <Stale />
        {isEmpty ? (
          <StartHere />
        ) : (
          <>
            <KeyFigures />
            <div className={styles.grid}>
              <GoalsBlock />
              <PeopleBlock />
              <RivalsBlock />
              <TogetherBlock />
              <ActionsBlock />
              <ObjectivesBlock />
              <FindingsBlock />
              <DatesBlock />
              <SpaceBlock />
              <HealthBlock />
            </div>
          </>
        )}
      </div>
    </ReaderProvider>
  );
}

/** Without a connection the last figures stay, and say so. */
function Stale() {
  const { t } = useTranslation("glance");
  const isAway = useConnection().status === "offline";
  const report = useReport();
  return isAway && report !== null ? <p className={styles.stale}>{t("stale")}</p> : null;
}

/** Whether none of the tools that the page speaks of holds anything. */
function useIsEmpty(): boolean {
  // biome-ignore lint/correctness/useHookAtTopLevel: the list never changes.
  return AT_A_GLANCE.map((section) => useRows(section).length).every((count) => count === 0);
}
