import { type Row, useOthersAt } from "../../collab";
import {
  type FieldDescription,
  formatTarget,
  PersonTag,
  type SectionDescription,
  useLabels,
  useRecordName,
  ValueText,
} from "../../form";
import styles from "./CardList.module.css";

interface CardListProps {
  section: SectionDescription;
  label: string;
  rows: readonly Row[];
  columns: readonly FieldDescription[];
  onOpen(row: string): void;
}

/** On a phone a row is too narrow for its columns; records are cards that open. */
export function CardList({ section, label, rows, columns, onOpen }: CardListProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {rows.map((row) => (
        <Card key={row.id} section={section} row={row} columns={columns} onOpen={onOpen} />
      ))}
    </ul>
  );
}

interface CardProps extends Pick<CardListProps, "section" | "columns" | "onOpen"> {
  row: Row;
}

function Card({ section, row, columns, onOpen }: CardProps) {
  const labels = useLabels();
  const place = { section: section.key, id: row.id, field: null };
  const others = useOthersAt(place);
  const { text } = useRecordName(section.key, row.id);
  const said = columns.filter((field) => field.key !== section.title && row.values[field.key] !== null);
  return (
    <li className={styles.card} data-target={formatTarget(place)}>
      <button type="button" onClick={() => onOpen(row.id)}>
        {text}
      </button>
      <PersonTag people={others} />
      {said.length > 0 && (
        <dl>
          {said.map((field) => (
            <div key={field.key}>
              <dt>{labels.field(section.key, field, "label")}</dt>
              <dd>
                <ValueText
                  section={section.key}
                  field={field}
                  value={row.values[field.key] ?? null}
                  currency={row.values.currency}
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
