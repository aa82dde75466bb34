import { Skeleton as Bone } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Mark } from "../../ui";
import { ConnectionBar } from "../notices/ConnectionBar";
import frame from "./Frame.module.css";
import header from "./WorkspaceHeader.module.css";

const PLACES = ["one", "two", "three", "four", "five", "six", "seven", "eight"];

/** The shape of the workspace while the plan is on the way. */
export function Skeleton() {
  const { t } = useTranslation("workspace");
  return (
    <div className={frame.frame} aria-busy="true">
      <header className={header.header}>
        <Mark />
        <Bone height={16} width={240} />
      </header>
      <div className={frame.notices}>
        <ConnectionBar />
      </div>
      <div className={frame.nav}>
        {PLACES.map((place) => (
          <Bone key={place} height={16} width={168} m={16} />
        ))}
      </div>
      <main id="main" tabIndex={-1} className={frame.main} aria-label={t("loading")}>
        <p className={frame.unseen}>{t("loading")}</p>
        <Bone height={24} width={200} mb={24} />
        {PLACES.map((place) => (
          <Bone key={place} height={32} mb={8} />
        ))}
      </main>
    </div>
  );
}
