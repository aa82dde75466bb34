import { Button, FileInput, Group } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Account, asProblem, type LocatedError, useImportPlan } from "../../api";
import { useFormats } from "../../ui";
import { Dialog, ProblemBar } from "../forms";
import styles from "./ImportPlan.module.css";
import { readPlanFile } from "./planDocument";

interface ImportPlanProps {
  account: Account;
  opened: boolean;
  onClose: () => void;
}

/** Takes a plan's JSON file; what does not fit is listed by its place in the file. */
export function ImportPlan({ account, opened, onClose }: ImportPlanProps) {
  const { t } = useTranslation("pages");
  return (
    <Dialog title={t("import.title", { account: account.name })} opened={opened} onClose={onClose}>
      <ImportForm account={account} onClose={onClose} />
    </Dialog>
  );
}

/** Reads a chosen file, sends what is in it, and goes to the plan that comes of it. */
function useImportOf(account: Account, onClose: () => void) {
  const { t } = useTranslation("pages");
  const navigate = useNavigate();
  const imports = useImportPlan(account.id);
  const [fault, setFault] = useState<string>();

  async function take(file: File | null) {
    imports.reset();
    setFault(undefined);
    if (!file) return;
    const read = await readPlanFile(file);
    if (read.kind !== "document") return setFault(t(`import.${read.kind}`));
    imports.mutate(read.document, {
      onSuccess: ({ id }) => {
        onClose();
        void navigate({ to: "/plans/$planId", params: { planId: id } });
      },
    });
  }

  return { take, fault, busy: imports.isPending, problem: imports.isError ? asProblem(imports.error) : null };
}

function ImportForm({ account, onClose }: Omit<ImportPlanProps, "opened">) {
  const { t } = useTranslation("pages");
  const { take, fault, busy, problem } = useImportOf(account, onClose);
  return (
    <div className={styles.form}>
      {problem && <ProblemBar problem={problem} />}
      {problem && problem.errors.length > 0 && <Located errors={problem.errors} />}
      <FileInput
        label={t("import.file")}
        description={t("import.help")}
        placeholder={t("import.choose")}
        accept="application/json,.json"
        error={fault}
        disabled={busy}
        onChange={(file) => void take(file)}
      />
      {busy && <p role="status">{t("import.busy")}</p>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("form.cancel")}
        </Button>
      </Group>
    </div>
  );
}

function Located({ errors }: { errors: readonly LocatedError[] }) {
  const { t } = useTranslation("pages");
  const formats = useFormats();
  return (
    <section className={styles.located} aria-label={t("import.errors")}>
      <h3>{t("import.count", { count: errors.length, shown: formats.number(errors.length) })}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <ul tabIndex={0}>
        {errors.map(({ where, message }) => (
          <li key={`${where} ${message}`}>
            <code>{where}</code>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
