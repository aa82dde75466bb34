import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem } from "../../api";
import { useAnnounce, useFormats } from "../../ui";
import { ProblemBar } from "../forms";
import styles from "./Bin.module.css";

interface Thing {
  id: string;
  name: string;
  /** When it was removed, if that is known. */
  at: string | null;
}

interface BinProps {
  title: string;
  things: readonly Thing[];
  /** Stands open, because something has just gone in. */
  opened?: boolean;
  restore: (id: string) => Promise<unknown>;
}

/** What has been removed and can be had back; nothing at all when it is empty. */
export function Bin({ title, things, opened = false, restore }: BinProps) {
  if (things.length === 0) return null;
  return (
    <details className={styles.bin} open={opened}>
      <summary>{title}</summary>
      <ul>
        {things.map((thing) => (
          <RemovedThing key={thing.id} thing={thing} restore={restore} />
        ))}
      </ul>
    </details>
  );
}

function RemovedThing({ thing, restore }: { thing: Thing; restore: (id: string) => Promise<unknown> }) {
  const { t } = useTranslation("pages");
  const formats = useFormats();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { id, name, at } = thing;

  async function bringBack() {
    setBusy(true);
    setProblem(null);
    await restore(id).then(
      () => announce(t("bin.restored", { name })),
      (thrown: unknown) => setProblem(asProblem(thrown)),
    );
    setBusy(false);
  }

  return (
    <li>
      <span className={styles.name}>{name}</span>
      {at && <span>{t("bin.removed", { at: formats.moment(at) })}</span>}
      <Button
        variant="default"
        size="xs"
        loading={busy}
        aria-label={t("bin.restoreOf", { name })}
        onClick={() => void bringBack()}
      >
        {t("bin.restore")}
      </Button>
      {problem && <ProblemBar problem={problem} />}
    </li>
  );
}
