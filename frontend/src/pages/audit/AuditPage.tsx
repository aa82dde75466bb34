import { Anchor, Button, Group, Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type AuditFilter, asProblem, auditFileAddress, auditQuery } from "../../api";
import { EmptyState } from "../../ui";
import { ProblemBar } from "../forms";
import { MemberFrame } from "../member/MemberFrame";
import styles from "./AuditPage.module.css";
import { EntryRow } from "./EntryRow";
import { Filters } from "./Filters";

const EVERYTHING: AuditFilter = { deed: null, person: null };

/** Who did what, when: for the owner, who can read it and take it along, and change nothing. */
export function AuditPage() {
  const { t } = useTranslation("audit");
  const [filter, setFilter] = useState(EVERYTHING);
  const log = useInfiniteQuery(auditQuery(filter));
  const entries = log.data?.pages.flatMap((page) => page.entries);
  return (
    <MemberFrame title={t("title")} lead={t("lead")} actions={<Downloads filter={filter} />}>
      <Filters filter={filter} onChange={setFilter} />
      {log.isError && <ProblemBar problem={asProblem(log.error)} onAgain={() => void log.refetch()} />}
      {log.isPending && <Skeleton height={240} />}
      {entries?.length === 0 && (
        <EmptyState
          title={t("empty")}
          action={
            <Button variant="default" onClick={() => setFilter(EVERYTHING)}>
              {t("showAll")}
            </Button>
          }
        >
          <p>{t("emptyText")}</p>
        </EmptyState>
      )}
      {entries && entries.length > 0 && (
        <ul className={styles.list}>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {log.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {t("older")}
        </Button>
      )}
    </MemberFrame>
  );
}

function Downloads({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation("audit");
  return (
    <Group gap="md">
      {(["csv", "json"] as const).map((format) => (
        <Anchor key={format} href={auditFileAddress(filter, format)} download>
          {t(`download.${format}`)}
        </Anchor>
      ))}
    </Group>
  );
}
