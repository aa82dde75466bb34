import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type PlanPeople, type Role, useSetGuestRole } from "../../api";
import { ProblemBar } from "../../pages/forms";
import { Avatar, ConfirmDialog, useAnnounce, useFormats } from "../../ui";
import { useWorkspace } from "../frame/workspaceContext";
import styles from "./ShareDialog.module.css";

type Guest = PlanPeople["guests"][number];

/** What a guest can be; a plan is owned by its account alone. */
const GUEST_ROLES: readonly Role[] = ["facilitator", "participant", "viewer"];

/** Who came by the code, what they may do, and the way to see them out. */
export function GuestList({ guests }: { guests: readonly Guest[] }) {
  const { t } = useTranslation("workspace");
  const { planId } = useWorkspace();
  const announce = useAnnounce();
  const change = useSetGuestRole(planId);
  const [leaving, setLeaving] = useState<Guest | null>(null);
  const present = guests.filter(({ removed }) => !removed);
  const setRole = (guest: Guest, role: Role) => change.mutate({ guest: guest.id, role });

  function remove(guest: Guest) {
    change.mutate(
      { guest: guest.id, role: null },
      {
        onSuccess: () => announce(t("share.guest.removed", { name: guest.name })),
        onSettled: () => setLeaving(null),
      },
    );
  }

  return (
    <section className={styles.part}>
      <h3>{t("share.guests", { count: present.length })}</h3>
      {change.error && <ProblemBar problem={asProblem(change.error)} />}
      {present.length === 0 && <p className={styles.lead}>{t("share.noGuests")}</p>}
      <ul className={styles.people}>
        {present.map((guest) => (
          <GuestItem key={guest.id} guest={guest} onRole={setRole} onRemove={setLeaving} />
        ))}
      </ul>
      <RemovalQuestion
        guest={leaving}
        isBusy={change.isPending}
        onConfirm={remove}
        onClose={() => setLeaving(null)}
      />
    </section>
  );
}

interface RemovalQuestionProps {
  guest: Guest | null;
  isBusy: boolean;
  onConfirm(guest: Guest): void;
  onClose(): void;
}

function RemovalQuestion({ guest, isBusy, onConfirm, onClose }: RemovalQuestionProps) {
  const { t } = useTranslation("workspace");
  return (
    <ConfirmDialog
      opened={guest !== null}
      title={t("share.guest.removeTitle", { name: guest?.name })}
      confirmLabel={t("share.guest.remove")}
      danger
      busy={isBusy}
      onConfirm={() => guest && onConfirm(guest)}
      onClose={onClose}
    >
      {t("share.guest.removeText")}
    </ConfirmDialog>
  );
}

interface GuestItemProps {
  guest: Guest;
  onRole(guest: Guest, role: Role): void;
  onRemove(guest: Guest): void;
}

function GuestItem({ guest, onRole, onRemove }: GuestItemProps) {
  const { t } = useTranslation("workspace");
  const { moment } = useFormats();
  const { name, department } = guest;
  return (
    <li className={styles.person}>
      <Avatar name={name} department={department} />
      <span className={styles.who}>
        <b>{name}</b>
        <span className={styles.note}>
          {department} · {t("share.guest.joined", { at: moment(guest.joined_at) })}
        </span>
      </span>
      <NativeSelect
        size="xs"
        aria-label={t("share.guest.role", { name })}
        value={guest.role}
        data={GUEST_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
        onChange={(event) => onRole(guest, event.currentTarget.value as Role)}
      />
      <Button
        size="xs"
        variant="default"
        aria-label={t("share.guest.removeNamed", { name })}
        onClick={() => onRemove(guest)}
      >
        {t("share.guest.remove")}
      </Button>
    </li>
  );
}
