import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type Member, type MemberChange, useChangeMember, useSession } from "../../api";
import { Avatar, useAnnounce } from "../../ui";
import { deferred, ProblemBar } from "../forms";
import { type MenuEntry, MoreMenu } from "../menus/MoreMenu";

import styles from "./PersonList.module.css";

const Deactivate = deferred(async () => (await import("./Deactivate")).Deactivate);

/** One member: who, whether owner or deactivated, and what can be changed about that. */
export function MemberRow({ member }: { member: Member }) {
  const { t } = useTranslation("pages");
  const announce = useAnnounce();
  const change = useChangeMember();
  const session = useSession().data;
  const [confirming, setConfirming] = useState(false);
  const { id, name, department, email } = member;
  const isSelf = session?.kind === "member" && session.participant === id;

  function apply(what: MemberChange, words: string) {
    change.mutate(
      { id, ...what },
      { onSuccess: () => announce(words), onSettled: () => setConfirming(false) },
    );
  }

  return (
    <li className={styles.row} data-off={member.deactivated}>
      <Avatar name={name} department={department} size={32} />
      <span className={styles.who}>
        <strong>{isSelf ? t("members.you", { name }) : name}</strong>
        <small>{[department, email].filter(Boolean).join(" · ")}</small>
        {change.isError && <ProblemBar problem={asProblem(change.error)} />}
      </span>
      <span className={styles.controls}>
        <Standing member={member} />
        <MemberMenu member={member} onApply={apply} onDeactivate={() => setConfirming(true)} />
      </span>
      <Deactivate
        name={name}
        opened={confirming}
        busy={change.isPending}
        onConfirm={() => apply({ deactivated: true }, t("members.wasDeactivated", { name }))}
        onClose={() => setConfirming(false)}
      />
    </li>
  );
}

/** What is particular about a member, in a word. */
function Standing({ member }: { member: Member }) {
  const { t } = useTranslation("pages");
  return (
    <>
      {member.is_owner && <span className={styles.tag}>{t("members.owner")}</span>}
      {member.deactivated && (
        <span className={styles.tag} data-tone="muted">
          {t("members.deactivated")}
        </span>
      )}
    </>
  );
}

interface MemberMenuProps {
  member: Member;
  onApply: (what: MemberChange, words: string) => void;
  onDeactivate: () => void;
}

function MemberMenu({ member, onApply, onDeactivate }: MemberMenuProps) {
  const { t } = useTranslation("pages");
  const { name, is_owner: isOwner } = member;
  const entries: MenuEntry[] = member.deactivated
    ? [
        {
          label: t("members.reactivate"),
          onClick: () => onApply({ deactivated: false }, t("members.wasReactivated", { name })),
        },
      ]
    : [
        {
          label: t(isOwner ? "members.takeOwner" : "members.makeOwner"),
          onClick: () =>
            onApply({ is_owner: !isOwner }, t(isOwner ? "members.noOwner" : "members.nowOwner", { name })),
        },
        { label: t("members.deactivate"), danger: true, onClick: onDeactivate },
      ];
  return <MoreMenu label={t("members.more", { name })} entries={entries} />;
}
