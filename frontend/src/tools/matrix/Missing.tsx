import { useTranslation } from "react-i18next";
import styles from "./matrix.module.css";
import type { Matrix } from "./matrixOf";
import { useSectionName } from "./useAxis";

/** Says what a matrix needs along its sides before it can be filled. */
export function Missing({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation("tools");
  const [rows, columns] = [useSectionName(matrix.rows.to), useSectionName(matrix.columns.to)];
  return <p className={styles.missing}>{t("matrix.missing", { rows, columns })}</p>;
}
