import { Button } from "@mantine/core";
import { type CSSProperties, memo, useId } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useEdits, useOthersAt } from "../../collab";
import { formatTarget, PersonTag, useRecordName } from "../../form";
import { actionOf, isOver } from "../action/action";
import { DueText } from "../action/DueText";
import { Named } from "../action/Named";
import { isOverdue, writeStatus } from "../action/statusChange";
import { InPlace } from "./InPlace";
import styles from "./mine.module.css";
import { ProgressInput } from "./ProgressInput";
import { StatusInput } from "./StatusInput";

interface MineItemProps {
  row: Row;
  member: string;
  today: string;
  canEdit: boolean;
  onOpen(id: string, field?: string | null): void;
}

/** One of my actions with what a checkpoint asks of it: status, progress, due day, and what holds it up. */
export const MineItem = memo(function MineItem({ row, member, today, canEdit, onOpen }: MineItemProps) {
  const action = actionOf(row);
  const at = { section: "actions", id: row.id, field: null };
  const others = useOthersAt(at);
  const { text } = useRecordName("actions", row.id);
  const titleId = useId();
  const color = others[0]?.color;
  return (
    <li
      className={styles.item}
      data-target={formatTarget(at)}
      data-others={color ? true : undefined}
      style={color ? ({ "--person": color } as CSSProperties) : undefined}
    >
      <PersonTag people={others} />
      <div className={styles.what}>
        <button type="button" id={titleId} className={styles.title} onClick={() => onOpen(row.id)}>
          {text}
        </button>
        <About row={row} member={member} today={today} canEdit={canEdit} />
      </div>
      {canEdit && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere.
        <div className={styles.fields} role="group" aria-labelledby={titleId}>
          <StatusInput row={row} today={today} />
          <ProgressInput row={row} />
          <InPlace row={row} field="due" />
          {action.status === "blocked" && <InPlace row={row} field="obstacle" />}
          {!isOver(action) && <DoneButton row={row} today={today} title={text} />}
        </div>
      )}
    </li>
  );
});

function About({ row, member, today, canEdit }: Omit<MineItemProps, "onOpen">) {
  const { t } = useTranslation("actionViews");
  const action = actionOf(row);
  return (
    <p className={styles.about}>
      {/* What is simply due says so in the field beside. */}
      {(!canEdit || action.status === "done" || isOverdue(action, today)) && (
        <DueText action={action} today={today} />
      )}
      {action.owner !== member && <span>{t("mine.helping")}</span>}
      {action.objective && <Named section="objectives" id={action.objective} />}
    </p>
  );
}

function DoneButton({ row, today, title }: { row: Row; today: string; title: string }) {
  const { t } = useTranslation("actionViews");
  const edits = useEdits();
  const finish = () => edits.together(() => writeStatus(edits, actionOf(row), "done", today));
  return (
    <Button
      variant="default"
      className={styles.done ?? ""}
      aria-label={t("mine.done_named", { title })}
      onClick={finish}
    >
      {t("mine.done")}
    </Button>
  );
}
