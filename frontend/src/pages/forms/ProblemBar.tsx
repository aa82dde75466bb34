import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../api";
import { Bar } from "../../ui";

interface ProblemBarProps {
  problem: Problem;
  onAgain?: () => void;
}

/** What went wrong and what to do about it, in the server's words or, when it did not speak, in ours. */
export function ProblemBar({ problem, onAgain }: ProblemBarProps) {
  const { t } = useTranslation("shell");
  const detail = problem.detail || t(`problem.${problem.code}`, { defaultValue: t("problem.unreadable") });
  return (
    <Bar
      tone="bad"
      title={detail}
      action={
        onAgain && (
          <Button variant="default" onClick={onAgain}>
            {t("error.again")}
          </Button>
        )
      }
    >
      {problem.remedy}
    </Bar>
  );
}
