import { useTranslation } from "react-i18next";
import { useNameOf } from "../../drawings/heat/useNameOf";
import type { Area, Collaboration, Department } from "../../schema/report.generated";
import { useFigures } from "../../ui";
import { ShareBar, StateSign } from "./Bar";
import { Block, More, Nothing, Reported } from "./Block";
import styles from "./glance.module.css";
import { shareOf, together } from "./together";

const MOST = 8;

/** Whether our regions and departments work with each other or beside each other. */
export function TogetherBlock() {
  return (
    <Block name="together" tool="actions">
      <Reported part="collaboration">{(figures) => <Together figures={figures} />}</Reported>
    </Block>
  );
}

function Together({ figures }: { figures: Collaboration }) {
  const { t } = useTranslation("glance");
  const { share } = useFigures();
  const { working, alone, groups } = together(figures);
  if (figures.shared === null) return <Nothing name="together" section="team_members" />;
  return (
    <>
      <p className={styles.headline}>{t("together.shared", { share: share(figures.shared) })}</p>
      {groups.length > 0 && <Regions groups={groups} />}
      <Alone alone={alone} count={working.length} />
      <ul className={styles.lines}>
        {working.slice(0, MOST).map((department) => (
          <Line key={department.name} department={department} />
        ))}
      </ul>
      <More count={working.length - MOST} />
    </>
  );
}

/** Regions in boxes: those in one box line up, nothing leads from one box to another. */
function Regions({ groups }: { groups: readonly (readonly Area[])[] }) {
  const { t } = useTranslation("glance");
  const { list } = useFigures();
  const nameOf = useNameOf("divisions");
  const lonely = groups.length > 1 ? groups.filter((group) => group.length === 1).flat() : [];
  const isOne = groups.length === 1;
  const areas = list((lonely.length > 0 ? lonely : groups.flat()).map(({ division }) => nameOf(division)));
  const isAll = lonely.length === groups.length;
  const says = isOne ? "lineUp" : lonely.length === 0 ? "inGroups" : isAll ? "apart" : "someApart";
  if (isOne && groups.flat().length === 1) return null;
  return (
    <>
      <p className={styles.verdict}>
        <StateSign isGood={isOne} />
        <span>{t(`together.${says}`, { areas, count: groups.length })}</span>
      </p>
      <ul className={styles.regions} aria-label={t("together.regions")}>
        {groups.map((group) => (
          <li key={group[0]?.division}>
            {group.map(({ division, actions, objectives }) => (
              <span key={division}>
                <strong>{nameOf(division)}</strong>{" "}
                <span className={styles.quiet}>
                  {t("together.actions", { count: actions.length })}
                  {", "}
                  {t("together.objectives", { count: objectives.length })}
                </span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Alone({ alone, count }: { alone: readonly Department[]; count: number }) {
  const { t } = useTranslation("glance");
  const { list } = useFigures();
  if (count < 2) return null;
  const says = alone.length === 0 ? "nobodyAlone" : alone.length === count ? "allAlone" : "alone";
  return (
    <p className={styles.verdict}>
      <StateSign isGood={alone.length === 0} />
      <span>
        {t(`together.${says}`, { count: alone.length, departments: list(alone.map(({ name }) => name)) })}
      </span>
    </p>
  );
}

function Line({ department }: { department: Department }) {
  const { t } = useTranslation("glance");
  const { name, shared, actions } = department;
  return (
    <li className={styles.measured}>
      <span>{name}</span>
      <ShareBar share={shareOf(department)} />
      <span className={styles.aside}>{t("together.ofActions", { shared, count: actions })}</span>
    </li>
  );
}
