import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useRecordName } from "../../form";
import { EmptyState } from "../../ui";
import { actionOf } from "../action/action";
import { useToday } from "../action/useToday";
import type { DrawingProps } from "../drawing";
import { MineItem } from "./MineItem";
import { mineBySpan, type Span } from "./mine";
import styles from "./mine.module.css";
import { type MemberChoice, useMember } from "./useMember";
import { WhoAmI } from "./WhoAmI";

/** The actions of whoever sits here, to be brought up to date in a minute. */
export default function Mine(props: DrawingProps) {
  const choice = useMember();
  if (choice.member === null) return <WhoAmI choice={choice} />;
  return <OfMember {...props} choice={choice} member={choice.member} />;
}

interface OfMemberProps extends DrawingProps {
  choice: MemberChoice;
  member: string;
}

function OfMember({ rows, canEdit, onOpen, choice, member }: OfMemberProps) {
  const today = useToday();
  const groups = useMemo(() => mineBySpan(rows.map(actionOf), member, today), [rows, member, today]);
  return (
    <div className={styles.mine}>
      <Whose member={member} onOther={() => choice.choose(null)} />
      {groups.length === 0 && <Nothing />}
      {groups.map(({ span, actions }) => (
        <section key={span} aria-labelledby={`mine-${span}`}>
          <SpanHead span={span} count={actions.length} />
          <ul className={styles.list}>
            {actions.map((action) => {
              const row = rows.find(({ id }) => id === action.id);
              return (
                row && (
                  <MineItem
                    key={action.id}
                    row={row}
                    member={member}
                    today={today}
                    canEdit={canEdit}
                    onOpen={onOpen}
                  />
                )
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Whose({ member, onOther }: { member: string; onOther(): void }) {
  const { t } = useTranslation("actionViews");
  const { text } = useRecordName("team_members", member);
  return (
    <p className={styles.whose}>
      {t("mine.of", { name: text })}
      <button type="button" onClick={onOther}>
        {t("mine.other")}
      </button>
    </p>
  );
}

function SpanHead({ span, count }: { span: Span; count: number }) {
  const { t } = useTranslation("actionViews");
  return (
    <h3 id={`mine-${span}`} className={styles.head} data-span={span}>
      {t(`mine.span.${span}`)} <span>{count}</span>
    </h3>
  );
}

function Nothing() {
  const { t } = useTranslation("actionViews");
  return <EmptyState title={t("mine.nothing.title")}>{t("mine.nothing.text")}</EmptyState>;
}
