import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { asProblem, type Invitation, invitationsQuery, useWithdrawInvitation } from "../../api";
import { useAnnounce, useFormats } from "../../ui";
import { ProblemBar } from "../forms";
import title from "./OpenInvitations.module.css";
import styles from "./PersonList.module.css";

/** Who has been invited and has not come yet; nothing at all when nobody has. */
export function OpenInvitations() {
  const { t } = useTranslation("pages");
  const invitations = useQuery(invitationsQuery);
  if (invitations.isError) return <ProblemBar problem={asProblem(invitations.error)} />;
  if (!invitations.data?.length) return null;
  return (
    <section className={title.section} aria-labelledby="invitations">
      <h2 id="invitations">{t("members.invitations")}</h2>
      <ul className={styles.list}>
        {invitations.data.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation("pages");
  const formats = useFormats();
  const announce = useAnnounce();
  const withdraw = useWithdrawInvitation();
  const { id, email, name, department } = invitation;
  return (
    <li className={styles.row}>
      <span className={styles.who}>
        <strong>{name || email}</strong>
        <small>{[name && email, department].filter(Boolean).join(" · ")}</small>
        {withdraw.isError && <ProblemBar problem={asProblem(withdraw.error)} />}
      </span>
      <span className={styles.controls}>
        <span className={styles.said}>
          {t("members.expires", { at: formats.moment(invitation.expires_at) })}
        </span>
        <Button
          variant="subtle"
          loading={withdraw.isPending}
          aria-label={t("members.withdrawOf", { email })}
          onClick={() =>
            withdraw.mutate(id, { onSuccess: () => announce(t("members.withdrawn", { email })) })
          }
        >
          {t("members.withdraw")}
        </Button>
      </span>
    </li>
  );
}
