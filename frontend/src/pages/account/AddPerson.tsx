import { Anchor, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import {
  type Account,
  type AccountMember,
  type Member,
  membersQuery,
  type Role,
  useSession,
  useSetAccountRole,
} from "../../api";
import { useAnnounce } from "../../ui";
import { RoleField } from "../accounts/RoleField";
import { Dialog, DialogForm, useForm } from "../forms";

interface AddPersonProps {
  account: Account;
  /** Who has a part in it already. */
  present: readonly AccountMember[];
  opened: boolean;
  onClose: () => void;
}

/** Asks which colleague gets a part in the account, and which. */
export function AddPerson({ account, present, opened, onClose }: AddPersonProps) {
  const { t } = useTranslation("pages");
  const members = useQuery({ ...membersQuery, enabled: opened });
  const others = members.data?.filter(
    ({ id, deactivated }) => !deactivated && !present.some((there) => there.id === id),
  );
  return (
    <Dialog title={t("account.addTitle", { account: account.name })} opened={opened} onClose={onClose}>
      {others && others.length > 0 && <AddForm account={account.id} others={others} onClose={onClose} />}
      {others?.length === 0 && <EverybodyIsThere />}
    </Dialog>
  );
}

function EverybodyIsThere() {
  const { t } = useTranslation("pages");
  const session = useSession().data;
  const invites = session?.kind === "member" && session.is_owner;
  return (
    <p>
      {t("account.everybody")}{" "}
      {invites && (
        <Anchor component={Link} to="/members">
          {t("account.invite")}
        </Anchor>
      )}
    </p>
  );
}

function AddForm({ account, others, onClose }: { account: string; others: Member[]; onClose: () => void }) {
  const { t } = useTranslation("pages");
  const announce = useAnnounce();
  const setRole = useSetAccountRole(account);
  const form = useForm({
    initial: { member: others[0]?.id ?? "", role: "participant" as string },
    required: ["member"],
    send: ({ member, role }) => setRole.mutateAsync({ member, role: role as Role }),
    done: (_, { member }) => {
      announce(t("account.added", { name: others.find(({ id }) => id === member)?.name ?? "" }));
      onClose();
    },
  });
  return (
    <DialogForm form={form} submitLabel={t("account.add")} onClose={onClose}>
      <NativeSelect
        {...form.bind("member")}
        label={t("field.colleague")}
        data={others.map(({ id, name, department }) => ({
          value: id,
          label: [name, department].filter(Boolean).join(" · "),
        }))}
        data-autofocus
      />
      <RoleField bound={form.bind("role")} />
    </DialogForm>
  );
}
