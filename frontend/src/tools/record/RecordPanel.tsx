import { Button, Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { type Target, useRow } from "../../collab";
import { PlaceSlot, RecordForm, useCanEdit, useLabels, useRecordName, useSection } from "../../form";
import { AT_ONCE, PHONE } from "../phone";
import styles from "./RecordPanel.module.css";

interface RecordPanelProps {
  /** Null while the panel is closed. */
  target: Target | null;
  /** Identifiers of the records to leaf through, as the table shows them. */
  among: readonly string[];
  onGo(id: string): void;
  onRemove(id: string): void;
  onClose(): void;
}

/** A record beside its table, with all its fields; on a phone it takes the screen. */
export function RecordPanel({ target, among, onGo, onRemove, onClose }: RecordPanelProps) {
  const { t } = useTranslation("tools");
  const isPhone = useMediaQuery(PHONE, false, AT_ONCE);
  const id = target?.id ?? null;
  return (
    <Drawer.Root
      opened={target !== null && id !== null}
      onClose={onClose}
      position="right"
      size={isPhone ? "100%" : 640}
    >
      <Drawer.Overlay backgroundOpacity={0.25} />
      {target !== null && id !== null && (
        <Drawer.Content>
          <Drawer.Header className={styles.header}>
            <Title section={target.section} id={id} />
            <Leaf id={id} among={among} onGo={onGo} />
            <Drawer.CloseButton aria-label={t("record.close")} />
          </Drawer.Header>
          <Drawer.Body className={styles.content}>
            <PlaceSlot target={{ section: target.section, id, field: null }} />
            <RecordForm key={id} section={target.section} id={id} startAt={target.field} />
            <Deeds section={target.section} id={id} onRemove={onRemove} />
          </Drawer.Body>
        </Drawer.Content>
      )}
    </Drawer.Root>
  );
}

function Title({ section, id }: { section: string; id: string }) {
  const labels = useLabels();
  const described = useSection(section);
  const { text } = useRecordName(section, id);
  return (
    <Drawer.Title className={styles.title}>
      <small>{labels.section(described, "label")}</small>
      {text}
    </Drawer.Title>
  );
}

/** To the record before and the one after. */
function Leaf({ id, among, onGo }: { id: string; among: readonly string[]; onGo(id: string): void }) {
  const { t } = useTranslation("tools");
  const at = among.indexOf(id);
  const [before, after] = [among[at - 1], among[at + 1]];
  if (at < 0 || among.length < 2) return null;
  return (
    <div className={styles.leaf}>
      <button
        type="button"
        aria-label={t("record.previous")}
        disabled={before === undefined}
        onClick={() => before !== undefined && onGo(before)}
      >
        ‹
      </button>
      <span>{t("record.place", { place: at + 1, count: among.length })}</span>
      <button
        type="button"
        aria-label={t("record.next")}
        disabled={after === undefined}
        onClick={() => after !== undefined && onGo(after)}
      >
        ›
      </button>
    </div>
  );
}

function Deeds({ section, id, onRemove }: { section: string; id: string; onRemove(id: string): void }) {
  const { t } = useTranslation("tools");
  const row = useRow(section, id);
  return (
    <div className={styles.deeds}>
      {row && <RemoveButton section={section} row={row} onRemove={onRemove} label={t("record.remove")} />}
      {row?.removed && <p className={styles.removed}>{t("record.removed", { name: row.removed.name })}</p>}
    </div>
  );
}

interface RemoveButtonProps {
  section: string;
  row: NonNullable<ReturnType<typeof useRow>>;
  label: string;
  onRemove(id: string): void;
}

function RemoveButton({ section, row, label, onRemove }: RemoveButtonProps) {
  if (!useCanEdit(section, row)) return null;
  return (
    <Button variant="default" size="xs" onClick={() => onRemove(row.id)}>
      {label}
    </Button>
  );
}
