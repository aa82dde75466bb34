import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Account, type PlanInList, useRestorePlan } from "../../api";
import { Bin } from "./Bin";
import { plansInOrder, removedPlans } from "./listing";
import styles from "./PlanList.module.css";
import { PlanRow } from "./PlanRow";
import { lets } from "./rights";

interface PlanListProps {
  account: Account;
  onCreate: () => void;
}

/** An account's plans, the latest first, and below them those that can be had back. */
export function PlanList({ account, onCreate }: PlanListProps) {
  const { t } = useTranslation("pages");
  const restore = useRestorePlan();
  // The list of all accounts comes without what was removed; what was removed here is known all the same.
  const [justRemoved, setJustRemoved] = useState<PlanInList[]>([]);
  const plans = plansInOrder(account.plans);
  const removed = removedPlans(account, justRemoved);
  const place = useRef<HTMLDivElement>(null);
  // The row that had the focus is gone; the next key press should not start at the top of the page.
  const stayHere = () => place.current?.focus({ preventScroll: true });

  function onRemoved(plan: PlanInList) {
    setJustRemoved([plan, ...justRemoved]);
    stayHere();
  }

  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      {plans.length === 0 ? (
        <NoPlans account={account} onCreate={onCreate} />
      ) : (
        <ul className={styles.list}>
          {plans.map((plan) => (
            <PlanRow key={plan.id} plan={plan} role={account.role} onRemoved={() => onRemoved(plan)} />
          ))}
        </ul>
      )}
      <Bin
        title={t("plan.bin", { count: removed.length })}
        things={removed.map(({ id, title, removed_at: at }) => ({ id, name: title, at }))}
        opened={justRemoved.length > 0}
        restore={(id) => restore.mutateAsync(id).finally(stayHere)}
      />
    </div>
  );
}

function NoPlans({ account, onCreate }: PlanListProps) {
  const { t } = useTranslation("pages");
  return (
    <p className={styles.none}>
      {t("plan.none")}{" "}
      {lets(account.role, "manage") && (
        <Button variant="subtle" size="xs" onClick={onCreate}>
          {t("plan.createFirst")}
        </Button>
      )}
    </p>
  );
}
