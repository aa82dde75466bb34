import { useQueries } from "@tanstack/react-query";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Audience, asProblem, type Export, exportQuery, useStartExport } from "../../api";
import { useWorkspace } from "../frame/workspaceContext";
import { type Exports, ExportsContext, type FollowedExport } from "./exportsContext";

interface Started {
  key: number;
  audience: Audience;
  first: Export | null;
  problem: unknown;
}

/** Follows PDFs from being asked for to being made, whether or not anybody looks at the dialog. */
export function ExportsProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const { planId } = useWorkspace();
  const { mutateAsync } = useStartExport(planId);
  const [started, setStarted] = useState<readonly Started[]>([]);
  const count = useRef(0);
  const followed = useFollowed(planId, started);
  const exports = useMemo<Exports>(() => {
    const change = (key: number, change: Partial<Started>) =>
      setStarted((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
    return {
      followed,
      start: (audience) => {
        const key = ++count.current;
        // A new one of the same kind takes the place of what is over.
        setStarted((all) => [
          ...all.filter((one) => one.audience !== audience),
          { key, audience, first: null, problem: null },
        ]);
        mutateAsync({ audience, language: i18n.language }).then(
          (first) => change(key, { first }),
          (problem: unknown) => change(key, { problem }),
        );
      },
      drop: (key) => setStarted((all) => all.filter((one) => one.key !== key)),
    };
  }, [followed, mutateAsync, i18n.language]);
  return <ExportsContext value={exports}>{children}</ExportsContext>;
}

function useFollowed(planId: string, started: readonly Started[]): readonly FollowedExport[] {
  const { t } = useTranslation("workspace");
  const answers = useQueries({
    queries: started.map(({ first }) => ({
      ...exportQuery(planId, first?.id ?? ""),
      enabled: first !== null && first.state !== "ready" && first.state !== "failed",
    })),
  });
  return started.map(({ key, audience, first, problem }, index) => {
    const answer = answers[index];
    const progress = answer?.data ?? first;
    const thrown = problem ?? answer?.error;
    if (thrown) {
      const { detail, remedy } = asProblem(thrown);
      return { key, audience, progress, failure: { detail: detail || t("export.unreachable"), remedy } };
    }
    const failure =
      progress?.state === "failed"
        ? { detail: progress.message || t("export.failed"), remedy: t("export.failedRemedy") }
        : null;
    return { key, audience, progress, failure };
  });
}
