import { useTranslation } from "react-i18next";
import { asProblem, type PlanInList, useRemovePlan } from "../../api";
import { ConfirmDialog, useAnnounce } from "../../ui";
import { ProblemBar } from "../forms";

interface RemovePlanProps {
  plan: PlanInList;
  opened: boolean;
  onClose: () => void;
  onRemoved: () => void;
}

/** Asks before a plan goes to the bin, also from under people who have it open. */
export function RemovePlan({ plan, opened, onClose, onRemoved }: RemovePlanProps) {
  const { t } = useTranslation("pages");
  const announce = useAnnounce();
  const remove = useRemovePlan();

  function confirm() {
    remove.mutate(plan.id, {
      onSuccess: () => {
        announce(t("plan.removed", { title: plan.title }));
        onClose();
        onRemoved();
      },
    });
  }

  return (
    <ConfirmDialog
      opened={opened}
      title={t("plan.removeTitle", { title: plan.title })}
      confirmLabel={t("plan.remove")}
      danger
      busy={remove.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      {remove.isError && <ProblemBar problem={asProblem(remove.error)} />}
      {plan.people_now > 0 && <p>{t("plan.removeOpen", { count: plan.people_now })}</p>}
      <p>{t("plan.removeText")}</p>
    </ConfirmDialog>
  );
}
