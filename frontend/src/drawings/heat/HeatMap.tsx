import { useLocalStorage } from "@mantine/hooks";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useReportPart, useRows } from "../../collab";
import { type SectionDescription, useLabels } from "../../form";
import {
  type AxisEntry,
  cellsOf,
  type Matrix,
  MatrixTable,
  Missing,
  matrixOf,
  transposed,
  useAxis,
} from "../../tools/matrix";
import { numberIn } from "../action/action";
import type { DrawingProps } from "../drawing";
import styles from "./heat.module.css";
import { LeadText } from "./LeadText";
import { criteriaInOrder, heatOf, inputsOf, ORDERS, type Order, vendorsInOrder } from "./order";
import { Standing } from "./Standing";
import { useUpdating } from "./useUpdating";
import { useVendorFoot } from "./useVendorFoot";
import { Weight } from "./Weight";

/** Every vendor on every criterion, coloured by the rating, with what follows from it around the edges. */
export default function HeatMap(props: DrawingProps) {
  const matrix = useMemo(() => criteriaByVendors(props.section), [props.section]);
  return matrix && <Heat {...props} matrix={matrix} />;
}

function criteriaByVendors(section: SectionDescription): Matrix | null {
  const matrix = matrixOf(section);
  return matrix && transposed(matrix);
}

interface HeatProps extends DrawingProps {
  matrix: Matrix;
}

function Heat(props: HeatProps) {
  const { section, label, onOpen, matrix } = props;
  const { t } = useTranslation("heatMap");
  const [order, setOrder] = useOrder();
  const { down, across, cells, figures, isUpdating, rowHead } = useHeat(props, order);
  const lookOf = useRatingLook(section, matrix);
  const foot = useVendorFoot(figures, isUpdating);
  const leadOn = (id: string) => figures?.criteria.find(({ criterion }) => criterion === id);
  if (down.length === 0) return <Missing matrix={matrix} />;
  return (
    <div className={styles.heat}>
      <div className={styles.bar}>
        <Standing figures={figures} isUpdating={isUpdating} />
        <OrderChoice order={order} onOrder={setOrder} />
      </div>
      <MatrixTable
        section={section}
        label={label}
        matrix={matrix}
        down={down}
        across={across}
        cells={cells}
        corner={t("corner")}
        onOpen={onOpen}
        lookOf={lookOf}
        rowHead={rowHead}
        ends={[
          {
            key: "lead",
            head: t("lead.head"),
            of: ({ id }) => <LeadText found={leadOn(id)} isUpdating={isUpdating} />,
          },
        ]}
        foot={foot}
      />
    </div>
  );
}

/** Criteria and vendors in their order, with the figures of the server and whether these are old. */
function useHeat({ section, all, canEdit, matrix }: HeatProps, order: Order) {
  const figures = useReportPart("competition");
  const criteria = useRows(matrix.rows.to);
  const named = { down: useAxis(section.key, matrix.rows), across: useAxis(section.key, matrix.columns) };
  const cells = useMemo(() => cellsOf(matrix, all), [matrix, all]);
  const weightOf = (id: string) => numberIn(criteria.find((one) => one.id === id)?.values.weight);
  return {
    down: criteriaInOrder(named.down, order, weightOf, figures),
    across: vendorsInOrder(named.across, figures),
    cells,
    figures,
    isUpdating: useUpdating(inputsOf(all, criteria, named.across), figures),
    rowHead: ({ id, name }: AxisEntry) => (
      <Weight criterion={id} name={name} weight={weightOf(id)} canEdit={canEdit} />
    ),
  };
}

function OrderChoice({ order, onOrder }: { order: Order; onOrder(order: Order): void }) {
  const { t } = useTranslation("heatMap");
  return (
    <label className={styles.order}>
      {t("order.label")}
      <select value={order} onChange={(event) => onOrder(event.currentTarget.value as Order)}>
        {ORDERS.map((one) => (
          <option key={one} value={one}>
            {t(`order.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function useOrder(): [Order, (order: Order) => void] {
  const [order, setOrder] = useLocalStorage<Order>({
    key: "tavolo.heat.order",
    defaultValue: "plan",
    getInitialValueInEffect: false,
  });
  return [ORDERS.includes(order) ? order : "plan", setOrder];
}

function useRatingLook(section: SectionDescription, matrix: Matrix) {
  const { t } = useTranslation("heatMap");
  const labels = useLabels();
  return (record: Row) => {
    const rating = numberIn(record.values[matrix.face.key]);
    const words = rating === null ? "" : labels.step(section.key, matrix.face, rating);
    return {
      face: <strong className={styles.rating}>{rating}</strong>,
      heat: heatOf(rating),
      said: rating === null ? "" : t("rating", { rating, words }),
    };
  };
}
