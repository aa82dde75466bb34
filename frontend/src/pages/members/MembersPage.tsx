import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, membersQuery } from "../../api";
import { deferred, ProblemBar } from "../forms";

import { MemberFrame } from "../member/MemberFrame";
import { Guests } from "./Guests";
import { MemberRow } from "./MemberRow";
import { OpenInvitations } from "./OpenInvitations";
import styles from "./PersonList.module.css";

const Invite = deferred(async () => (await import("./Invite")).Invite);

/** Everybody of the company who can sign in, and who has been asked to. */
export function MembersPage() {
  const { t } = useTranslation("pages");
  const members = useQuery(membersQuery);
  const [inviting, setInviting] = useState(false);
  return (
    <MemberFrame
      title={t("members.title")}
      lead={t("members.lead")}
      actions={<Button onClick={() => setInviting(true)}>{t("members.invite")}</Button>}
    >
      {members.isError && (
        <ProblemBar problem={asProblem(members.error)} onAgain={() => void members.refetch()} />
      )}
      {members.isPending && <Skeleton height={192} />}
      {members.data && (
        <ul className={styles.list}>
          {members.data.map((member) => (
            <MemberRow key={member.id} member={member} />
          ))}
        </ul>
      )}
      <OpenInvitations />
      <Guests />
      <Invite opened={inviting} onClose={() => setInviting(false)} />
    </MemberFrame>
  );
}
