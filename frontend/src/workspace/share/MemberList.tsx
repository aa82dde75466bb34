import { useTranslation } from "react-i18next";
import type { PlanPeople } from "../../api";
import { Avatar } from "../../ui";
import styles from "./ShareDialog.module.css";

/** The company's people with access to this plan. Their roles are the account's and are changed there. */
export function MemberList({ members }: { members: PlanPeople["members"] }) {
  const { t } = useTranslation("workspace");
  return (
    <section className={styles.part}>
      <h3>{t("share.members", { count: members.length })}</h3>
      <p className={styles.lead}>{t("share.membersHelp")}</p>
      <ul className={styles.people}>
        {members.map(({ participant, name, department, role }) => (
          <li key={participant} className={styles.person}>
            <Avatar name={name} department={department} />
            <span className={styles.who}>
              <b>{name}</b>
              <span className={styles.note}>{department}</span>
            </span>
            <span className={styles.note}>{t(`roles.${role}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
