import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Header, PageFrame } from "../ui";

/** The shape of a page while its code is on the way. */
export function PageSkeleton() {
  const { t } = useTranslation("shell");
  return (
    <PageFrame title={t("loading")} header={<Header />} isWaiting>
      <Skeleton height={64} mb="sm" />
      <Skeleton height={64} mb="sm" />
      <Skeleton height={64} />
    </PageFrame>
  );
}
