import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFindings, useRows } from "../../collab";
import { useFormats } from "../../ui";
import { SET_ASIDE } from "../places/targets";
import { useFocusKept } from "./FindingCard";
import { FindingPlace } from "./FindingPlace";
import styles from "./findings.module.css";
import { useFindingWords } from "./findingWords";
import { type AsideFinding, asideFindings } from "./settingAside";
import { useFindingDeeds } from "./useFindingDeeds";

/** What the team has decided to leave as it is, with why and the way back. */
export function AsideList({ onGone }: { onGone(): void }) {
  const { t } = useTranslation("findings");
  const rows = useRows(SET_ASIDE);
  const findings = useFindings();
  const aside = useMemo(() => asideFindings(rows, findings), [rows, findings]);
  if (aside.length === 0) return null;
  return (
    <details className={styles.aside}>
      <summary>{t("aside.title", { count: aside.length })}</summary>
      <ul className={styles.list}>
        {aside.map((one) => (
          <OneAside key={one.id} one={one} onGone={onGone} />
        ))}
      </ul>
    </details>
  );
}

function OneAside({ one, onGone }: { one: AsideFinding; onGone(): void }) {
  const { t } = useTranslation("findings");
  const { moment } = useFormats();
  const say = useFindingWords();
  const { canAct, bringBack } = useFindingDeeds();
  const item = useFocusKept(onGone);
  const { by, finding } = one;
  const message = finding === null ? t("aside.gone") : say(finding).message;
  return (
    <li ref={item} className={styles.finding}>
      <FindingPlace where={one.where} />
      <p className={styles.remedy}>{message}</p>
      <p className={styles.why}>{one.reason}</p>
      {by && <p className={styles.by}>{t("aside.by", { name: by.name, at: moment(by.at) })}</p>}
      {canAct && (
        <Button
          size="xs"
          variant="default"
          aria-label={t("aside.bringBackThis", { message })}
          onClick={() => bringBack(one.id)}
        >
          {t("aside.bringBack")}
        </Button>
      )}
    </li>
  );
}
