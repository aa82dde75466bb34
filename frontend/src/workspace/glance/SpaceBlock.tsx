import { useTranslation } from "react-i18next";
import { useRow } from "../../collab";
import { useNameOf } from "../../drawings/heat/useNameOf";
import type { Cell, Space, WhiteSpace } from "../../schema/report.generated";
import { useFigures } from "../../ui";
import { ShareBar } from "./Bar";
import { Block, Nothing, PlaceLink, Reported } from "./Block";
import styles from "./glance.module.css";

/** What the customer could still buy, and the best chances of it. */
export function SpaceBlock() {
  return (
    <Block name="space" tool="relationship">
      <Reported part="white_space">{(figures) => <Spaces figures={figures} />}</Reported>
    </Block>
  );
}

function Spaces({ figures: { cells, spaces } }: { figures: WhiteSpace }) {
  const known = spaces.filter(({ total }) => total.cells > 0);
  if (known.length === 0) return <Nothing name="space" section="white_space" />;
  return known.map((space) => <InCurrency key={space.currency ?? ""} space={space} cells={cells} />);
}

function InCurrency({ space: { currency, total, best }, cells }: { space: Space; cells: readonly Cell[] }) {
  const { t } = useTranslation("glance");
  const { amount, share } = useFigures();
  const shown = best.flatMap((id) => cells.find(({ cell }) => cell === id) ?? []);
  const widest = shown[0]?.gap ?? 1;
  return (
    <>
      <p className={styles.headline}>
        {t("space.gap", { gap: amount(total.gap, currency) })}{" "}
        {total.penetration !== null &&
          t("space.penetration", {
            share: share(total.penetration),
            potential: amount(total.potential, currency),
          })}
      </p>
      <ul className={styles.lines}>
        {shown.map((cell) => (
          <Line key={cell.cell} cell={cell} widest={widest} />
        ))}
      </ul>
    </>
  );
}

function Line({ cell, widest }: { cell: Cell; widest: number }) {
  const { t } = useTranslation("glance");
  const { amount } = useFigures();
  const offering = useNameOf("offerings")(cell.offering ?? "");
  const division = useNameOf("divisions")(cell.division ?? "");
  const step = useRow("white_space", cell.cell)?.values.next_step;
  return (
    <li className={styles.measured}>
      <PlaceLink target={{ section: "white_space", id: cell.cell, field: null }}>
        {t("space.cell", { offering, division })}
      </PlaceLink>
      <ShareBar share={(cell.gap ?? 0) / widest} />
      <span className={styles.aside}>
        <strong>{amount(cell.gap ?? 0, cell.currency)}</strong>{" "}
        {typeof step === "string" ? step : t("space.noStep")}
      </span>
    </li>
  );
}
