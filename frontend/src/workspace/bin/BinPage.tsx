import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useBin, useEdits, usePlanSession } from "../../collab";
import { EmptyState, useAnnounce, useFormats } from "../../ui";
import { fitOf } from "../palette/matching";
import { COMMENTS } from "../places/targets";
import { titleOf } from "../places/titles";
import styles from "./BinPage.module.css";
import { bySection, type Removed, shownInBin } from "./removedRecords";

/** Everything that was removed from the plan, with who and when, and the way back. */
export function BinPage() {
  const { t } = useTranslation("workspace");
  const title = useRemovedTitle();
  const removed = useBin().filter(shownInBin);
  const [typed, setTyped] = useState("");
  const [section, setSection] = useState("");
  const shown = removed.filter(
    (one) => (section === "" || one.section === section) && fitOf(typed, title(one)) > 0,
  );
  return (
    <div className={styles.page}>
      <h1>{t("bin.title")}</h1>
      <p className={styles.lead}>{t("bin.lead")}</p>
      {removed.length === 0 ? (
        <EmptyState title={t("bin.emptyTitle")}>{t("bin.empty")}</EmptyState>
      ) : (
        <>
          <Group gap="sm" className={styles.filters}>
            <TextInput
              aria-label={t("bin.filter")}
              placeholder={t("bin.filter")}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <NativeSelect
              aria-label={t("bin.section")}
              value={section}
              onChange={(event) => setSection(event.currentTarget.value)}
              data={[{ value: "", label: t("bin.everywhere") }, ...sectionChoices(removed, t)]}
            />
          </Group>
          {shown.length === 0 && <p className={styles.lead}>{t("bin.nothingFits")}</p>}
          {bySection(shown).map(([key, records]) => (
            <RemovedSection key={key} section={key} records={records} />
          ))}
        </>
      )}
    </div>
  );
}

function sectionChoices(removed: readonly Removed[], t: (key: string, options: { ns: string }) => string) {
  return bySection(removed).map(([key]) => ({
    value: key,
    label: t(`section.${key}.label`, { ns: "plan" }),
  }));
}

function RemovedSection({ section, records }: { section: string; records: readonly Removed[] }) {
  const { t } = useTranslation("workspace");
  return (
    <section className={styles.section}>
      <h2>
        {t(`section.${section}.label`, { ns: "plan" })} <span className={styles.count}>{records.length}</span>
      </h2>
      <ul>
        {records.map((one) => (
          <RemovedRecord key={one.row.id} {...one} />
        ))}
      </ul>
    </section>
  );
}

function RemovedRecord({ section, row }: Removed) {
  const { t } = useTranslation("workspace");
  const { canEdit } = usePlanSession();
  const edits = useEdits();
  const announce = useAnnounce();
  const formats = useFormats();
  const name = useRemovedTitle()({ section, row });
  return (
    <li className={styles.record}>
      <span className={styles.what}>
        <span className={styles.name}>{name}</span>
        <span className={styles.who}>
          {t("bin.removedBy", {
            name: row.removed?.name ?? "",
            department: row.removed?.department || t("people.noDepartment"),
            at: row.removed ? formats.moment(row.removed.at) : "",
          })}
        </span>
      </span>
      {canEdit && (
        <Button
          size="xs"
          variant="default"
          aria-label={t("bin.restoreNamed", { name })}
          onClick={() => {
            edits.restore(section, row.id);
            announce(t("bin.restored", { name }));
          }}
        >
          {t("bin.restore")}
        </Button>
      )}
    </li>
  );
}

const LONGEST_EXCERPT = 120;

function useRemovedTitle(): (removed: Removed) => string {
  const { t } = useTranslation("workspace");
  const { doc } = usePlanSession();
  return ({ section, row }) => {
    const title = section === COMMENTS ? String(row.values.text) : titleOf(doc, section, row.id);
    if (title === "") return t("places.unnamed", { one: t(`section.${section}.one`, { ns: "plan" }) });
    return title.length > LONGEST_EXCERPT ? `${title.slice(0, LONGEST_EXCERPT)}…` : title;
  };
}
