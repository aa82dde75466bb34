import { Button, Group } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Problem } from "../api";
import { Header, PageFrame } from "../ui";

/** When a page cannot be shown: what happened, that work is safe, and two ways on. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation("shell");
  const router = useRouter();
  const problem = error instanceof Problem ? error : null;

  async function tryAgain() {
    // Code that does not load, or breaks, may be older than the server's; only loading anew fetches the rest.
    if (!problem) return window.location.reload();
    reset();
    await router.invalidate();
  }

  const isServer = problem !== null && (problem.status === 0 || problem.status >= 500);
  return (
    <PageFrame title={t(isServer ? "error.unreachable" : "error.title")} width="narrow" header={<Header />}>
      <p>{problem?.detail || t(problem ? "error.waitText" : "error.text")}</p>
      {problem?.remedy && <p>{problem.remedy}</p>}
      <p>{t("error.safe")}</p>
      <Group gap="sm" mt="lg">
        <Button onClick={tryAgain}>{t("error.again")}</Button>
        <Button variant="default" component="a" href="/">
          {t("error.home")}
        </Button>
      </Group>
    </PageFrame>
  );
}
