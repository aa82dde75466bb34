import { Button } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../../collab";
import { useRecordName } from "../../form";
import { EmptyState } from "../../ui";
import { Member } from "../action/Named";
import styles from "./mine.module.css";
import type { MemberChoice } from "./useMember";

/** Asked once where the team has nobody of the name or e-mail of whoever sits here. */
export function WhoAmI({ choice }: { choice: MemberChoice }) {
  const { t } = useTranslation("actionViews");
  const { you } = usePlanSession();
  const id = useId();
  const { members, choose } = choice;
  if (members.length === 0) {
    return <EmptyState title={t("mine.no_team.title")}>{t("mine.no_team.text")}</EmptyState>;
  }
  return (
    <section className={styles.who} aria-labelledby={id}>
      <h3 id={id}>{t("mine.who", { name: you?.name ?? "" })}</h3>
      <p>{t("mine.who_help")}</p>
      <ul>
        {members.map((row) => (
          <li key={row.id}>
            <Me id={row.id} onClick={() => choose(row.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Me({ id, onClick }: { id: string; onClick(): void }) {
  const { t } = useTranslation("actionViews");
  const { text } = useRecordName("team_members", id);
  return (
    <Button variant="default" aria-label={t("mine.i_am", { name: text })} onClick={onClick}>
      <Member id={id} />
    </Button>
  );
}
