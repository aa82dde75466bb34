import { useTranslation } from "react-i18next";
import type { Space, Sum, WhiteSpace } from "../../schema/report.generated";
import { useFigures } from "../../ui";
import { Updating } from "../heat/LeadText";
import styles from "./whitespace.module.css";

/** Which sums: of an offering, of a division, or of everything. */
export type TotalSide = "offerings" | "divisions" | "total";

interface TotalTextProps {
  figures: WhiteSpace | null;
  isUpdating: boolean;
  side: TotalSide;
  of: string | null;
}

/** What cells add up to: open, and how much of it we have; a line for each currency. */
export function TotalText({ figures, isUpdating, side, of }: TotalTextProps) {
  const { t } = useTranslation("whiteSpace");
  const { amount, share } = useFigures();
  if (isUpdating || figures === null) return <Updating />;
  const sums = figures.spaces.flatMap((space) => {
    const sum = sumIn(space, side, of);
    return sum && sum.cells + sum.unknown > 0 ? [{ currency: space.currency, sum }] : [];
  });
  return sums.map(({ currency, sum }) => (
    <span key={currency ?? ""} className={styles.total}>
      <strong>{t("open", { gap: amount(sum.gap, currency) })}</strong>
      {sum.penetration !== null && <small>{t("penetration", { share: share(sum.penetration) })}</small>}
      {sum.unknown > 0 && <small>{t("unknown", { count: sum.unknown })}</small>}
    </span>
  ));
}

function sumIn(space: Space, side: TotalSide, of: string | null): Sum | undefined {
  return side === "total" ? space.total : space[side].find((sum) => sum.of === of);
}
