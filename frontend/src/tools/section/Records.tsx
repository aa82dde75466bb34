import { Skeleton } from "@mantine/core";
import { Suspense } from "react";
import { CardList } from "../cards/CardList";
import { MatrixEditor } from "../matrix/MatrixEditor";
import { EditableTable } from "../table/EditableTable";
import { NothingHere } from "./NothingHere";
import type { CollectionState } from "./useCollection";

interface RecordsProps {
  collection: CollectionState;
  onBeyond(): void;
}

/** Records in the way somebody chose to look at them: a matrix, cards, a table. */
export function Records({ collection, onBeyond }: RecordsProps) {
  const { section, label, viewing, grid, deeds, way, matrix, drawing, open } = collection;
  const { rows, columns, view } = viewing;
  if (way === "matrix" && matrix) {
    return <MatrixEditor section={section} label={label} matrix={matrix} rows={rows} onOpen={open} />;
  }
  if (drawing !== null && (rows.length > 0 || drawing.drawsNothing)) return <Drawn collection={collection} />;
  if (rows.length === 0) return <NothingHere collection={collection} />;
  if (way === "cards") {
    return <CardList section={section} label={label} rows={rows} columns={columns} onOpen={open} />;
  }
  return (
    <EditableTable
      section={section}
      label={label}
      rows={rows}
      columns={columns}
      grid={grid}
      sorting={view.sorting}
      onSort={deeds.sortBy}
      onOpen={open}
      onRemove={deeds.remove}
      onMove={deeds.move}
      onBeyond={onBeyond}
      onPaste={deeds.paste}
      onCopy={deeds.copy}
    />
  );
}

/** The records as a drawing, which comes as a chunk of its own. */
function Drawn({ collection }: { collection: CollectionState }) {
  const { section, label, all, viewing, canEdit, drawing, open } = collection;
  if (drawing === null) return null;
  return (
    <Suspense fallback={<Skeleton height={320} mt={16} aria-busy="true" />}>
      <drawing.Page
        section={section}
        label={label}
        rows={viewing.rows}
        all={all}
        canEdit={canEdit}
        onOpen={open}
      />
    </Suspense>
  );
}
