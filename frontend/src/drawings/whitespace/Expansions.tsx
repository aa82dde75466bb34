import { useTranslation } from "react-i18next";
import type { Cell, WhiteSpace } from "../../schema/report.generated";
import { useFigures } from "../../ui";
import { useNameOf } from "../heat/useNameOf";
import styles from "./whitespace.module.css";

interface ExpansionsProps {
  figures: WhiteSpace | null;
  isUpdating: boolean;
  onOpen(id: string): void;
}

/** Where there is the most to win, the largest first, in each currency. */
export function Expansions({ figures, isUpdating, onOpen }: ExpansionsProps) {
  const { t } = useTranslation("whiteSpace");
  const spaces = figures?.spaces.filter(({ best }) => best.length > 0) ?? [];
  if (figures === null || spaces.length === 0) return null;
  return (
    <section className={styles.best} aria-labelledby="white-space-best" data-old={isUpdating || undefined}>
      <h3 id="white-space-best">{t("best.title")}</h3>
      {isUpdating && <p className={styles.quiet}>{t("updating")}</p>}
      {!isUpdating &&
        spaces.map(({ currency, best }) => (
          <ol key={currency ?? ""}>
            {best.map((id) => {
              const cell = figures.cells.find((one) => one.cell === id);
              return cell && <Expansion key={id} cell={cell} onOpen={onOpen} />;
            })}
          </ol>
        ))}
      <p className={styles.quiet}>
        {t("best.described", { described: figures.described, count: figures.pairs })}
      </p>
    </section>
  );
}

function Expansion({ cell, onOpen }: { cell: Cell; onOpen(id: string): void }) {
  const { t } = useTranslation("whiteSpace");
  const { amount, share } = useFigures();
  const offering = useNameOf("offerings")(cell.offering ?? "");
  const division = useNameOf("divisions")(cell.division ?? "");
  return (
    <li>
      <button type="button" onClick={() => onOpen(cell.cell)}>
        {t("best.cell", { offering, division })}
      </button>{" "}
      <strong>{amount(cell.gap ?? 0, cell.currency)}</strong>{" "}
      <span className={styles.quiet}>
        {cell.penetration === null ? "" : t("penetration", { share: share(cell.penetration) })}
      </span>
    </li>
  );
}
