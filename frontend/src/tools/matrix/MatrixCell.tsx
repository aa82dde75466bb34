import { Popover } from "@mantine/core";
import { type CSSProperties, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useEdits, useFocusTarget, useOthersAt, usePlanSession } from "../../collab";
import { PersonTag, type SectionDescription, useLabels, ValueText } from "../../form";
import { CellForm } from "./CellForm";
import styles from "./matrix.module.css";
import { faceOfKey, type Matrix } from "./matrixOf";
import type { AxisEntry } from "./useAxis";

interface MatrixCellProps {
  section: SectionDescription;
  matrix: Matrix;
  pair: readonly [AxisEntry, AxisEntry];
  records: readonly Row[];
  mark: string;
  isCurrent: boolean;
  onReach(): void;
  onOpen(row: string): void;
}

/** What one thing means for another. A letter or a digit sets it, Delete removes it, Enter opens all of it. */
export function MatrixCell(props: MatrixCellProps) {
  const { section, matrix, pair, records } = props;
  const { face } = matrix;
  const { t } = useTranslation("tools");
  const labels = useLabels();
  const edits = useEdits();
  const { canEdit } = usePlanSession();
  const [isOpen, setOpen] = useState(false);
  const [record] = records;
  const place = { section: section.key, id: record?.id ?? null, field: face.key };
  const others = useOthersAt(record ? place : NOWHERE);
  const focus = useFocusTarget(place);
  const labelOf = (value: string | number) =>
    typeof value === "number"
      ? labels.step(section.key, face, value)
      : labels.choice(section.key, face, value);
  const set = (value: string | number) => {
    if (record) edits.set(section.key, record.id, face.key, value);
    else
      edits.add(section.key, {
        [matrix.rows.key]: pair[0].id,
        [matrix.columns.key]: pair[1].id,
        [face.key]: value,
      });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!canEdit || event.ctrlKey || event.metaKey || event.altKey) return;
    const value = faceOfKey(face, event.key, labelOf);
    if (value !== null) set(value);
    else if ((event.key === "Delete" || event.key === "Backspace") && record)
      edits.remove(section.key, record.id);
    else return;
    event.preventDefault();
  };
  const value = record?.values[face.key] ?? null;
  const said = typeof value === "string" || typeof value === "number" ? labelOf(value) || String(value) : "";
  return (
    <td className={styles.cell} style={others[0] && ({ "--person": others[0].color } as CSSProperties)}>
      <Popover opened={isOpen} onChange={setOpen} position="bottom" width={280} trapFocus returnFocus>
        <Popover.Target>
          <button
            type="button"
            className={styles.face}
            data-cell={props.mark}
            data-others={others.length > 0 || undefined}
            tabIndex={props.isCurrent ? 0 : -1}
            aria-label={t("matrix.cell", {
              row: pair[0].name,
              column: pair[1].name,
              value: said || t("matrix.empty"),
            })}
            onFocus={() => {
              props.onReach();
              if (record) focus.onFocus();
            }}
            onBlur={focus.onBlur}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
          >
            {record && <ValueText section={section.key} field={face} value={value} />}
            {records.length > 1 && <small>+{records.length - 1}</small>}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <CellForm {...props} record={record ?? null} labelOf={labelOf} onSet={set} />
        </Popover.Dropdown>
      </Popover>
      <PersonTag people={others} />
    </td>
  );
}

const NOWHERE = { section: "//nowhere", id: null, field: null };
