import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Header, PageFrame } from "../ui";

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation("shell");
  return (
    <PageFrame title={t("notFound.title")} width="narrow" header={<Header />}>
      <p>{t("notFound.text")}</p>
      <Button component="a" href="/" mt="md">
        {t("error.home")}
      </Button>
    </PageFrame>
  );
}
