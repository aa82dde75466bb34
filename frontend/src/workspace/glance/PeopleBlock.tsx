import { useTranslation } from "react-i18next";
import { useRows } from "../../collab";
import { fieldIn, useSection, ValueText } from "../../form";
import type { Influence } from "../../schema/report.generated";
import { useFigures } from "../../ui";
import { useOpenFindings } from "../findings/openFindings";
import { Block, More, Nothing, PlaceLink, Reported } from "./Block";
import styles from "./glance.module.css";
import { type ToWin, toWin } from "./toWin";

const MOST = 5;

/** Who decides and is not on our side yet, and the surest way to them. */
export function PeopleBlock() {
  return (
    <Block name="people" tool="stakeholders">
      <Reported part="influence">{(figures) => <People figures={figures} />}</Reported>
    </Block>
  );
}

function People({ figures }: { figures: Influence }) {
  const { t } = useTranslation("glance");
  const { share } = useFigures();
  const people = useRows("stakeholders");
  const found = toWin(figures.ways, useOpenFindings(), people);
  if (people.length === 0) return <Nothing name="people" section="stakeholders" />;
  return (
    <>
      <p className={styles.headline}>
        {t("people.count", { count: found.length })}{" "}
        {figures.covered !== null && t("people.covered", { share: share(figures.covered) })}
      </p>
      <ul className={styles.cards}>
        {found.slice(0, MOST).map((one) => (
          <Person key={one.person.id} {...one} />
        ))}
      </ul>
      <More count={found.length - MOST} />
    </>
  );
}

function Person({ person: { id, values }, power, touch, way }: ToWin) {
  const { t } = useTranslation("glance");
  const { share } = useFigures();
  const section = useSection("stakeholders");
  const stance = fieldIn(section, "stance");
  const name = typeof values.name === "string" ? values.name : t("people.unnamed");
  return (
    <li>
      <span className={styles.between}>
        <PlaceLink target={{ section: section.key, id, field: null }}>{name}</PlaceLink>
        <span className={styles.aside}>
          {t("people.power", { power })} {" · "}
          {stance && values.stance !== null && values.stance !== undefined ? (
            <ValueText section={section.key} field={stance} value={values.stance} />
          ) : (
            t("people.stanceUnknown")
          )}
        </span>
      </span>
      <span className={styles.touch} data-touch={touch}>
        {t(`people.${touch === "covered" ? "inTouch" : touch}`)}
      </span>
      {way && <span>{t("people.way", { way: way.words, chance: share(way.chance) })}</span>}
    </li>
  );
}
