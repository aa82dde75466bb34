import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  asProblem,
  type Member,
  type MemberChange,
  personAddress,
  useChangeMember,
  useSession,
} from "../../api";
import { Avatar, useAnnounce } from "../../ui";
import { deferred, ProblemBar } from "../forms";
import { type MenuEntry, MoreMenu } from "../menus/MoreMenu";
import styles from "./PersonList.module.css";

const Deactivate = deferred(async () => (await import("./Deactivate")).Deactivate);
const ErasePerson = deferred(async () => (await import("./ErasePerson")).ErasePerson);

/** One member: who, whether owner or deactivated, and what can be changed about that. */
export function MemberRow({ member }: { member: Member }) {
  const { t } = useTranslation("pages");
  const announce = useAnnounce();
  const change = useChangeMember();
  const session = useSession().data;
  const [asked, setAsked] = useState<"deactivate" | "erase" | null>(null);
  const { id, name, department, email } = member;
  const isSelf = session?.kind === "member" && session.participant === id;

  function apply(what: MemberChange, words: string) {
    change.mutate({ id, ...what }, { onSuccess: () => announce(words), onSettled: () => setAsked(null) });
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
        <MemberMenu member={member} isSelf={isSelf} onApply={apply} onAsk={setAsked} />
      </span>
      <Deactivate
        name={name}
        opened={asked === "deactivate"}
        busy={change.isPending}
        onConfirm={() => apply({ deactivated: true }, t("members.wasDeactivated", { name }))}
        onClose={() => setAsked(null)}
      />
      <ErasePerson
        id={id}
        name={name}
        goes={t("members.eraseGoes")}
        proof={email}
        opened={asked === "erase"}
        onClose={() => setAsked(null)}
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
  isSelf: boolean;
  onApply: (what: MemberChange, words: string) => void;
  onAsk: (deed: "deactivate" | "erase") => void;
}

function MemberMenu({ member, isSelf, onApply, onAsk }: MemberMenuProps) {
  const { t } = useTranslation("pages");
  const { id, name } = member;
  const entries: MenuEntry[] = [
    ...useAccessEntries(member, onApply, () => onAsk("deactivate")),
    { label: t("members.takeAlong"), download: personAddress(id) },
  ];
  // Whoever erased themselves could not see what became of it.
  if (!isSelf) entries.push({ label: t("members.erase"), danger: true, onClick: () => onAsk("erase") });
  return <MoreMenu label={t("members.more", { name })} entries={entries} />;
}

function useAccessEntries(
  { name, is_owner: isOwner, deactivated }: Member,
  onApply: MemberMenuProps["onApply"],
  onDeactivate: () => void,
): MenuEntry[] {
  const { t } = useTranslation("pages");
  if (deactivated) {
    const letIn = () => onApply({ deactivated: false }, t("members.wasReactivated", { name }));
    return [{ label: t("members.reactivate"), onClick: letIn }];
  }
  const changeOwner = () =>
    onApply({ is_owner: !isOwner }, t(isOwner ? "members.noOwner" : "members.nowOwner", { name }));
  return [
    { label: t(isOwner ? "members.takeOwner" : "members.makeOwner"), onClick: changeOwner },
    { label: t("members.deactivate"), danger: true, onClick: onDeactivate },
  ];
}
