import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import type { Drawing } from "../../drawings";
import { AT_ONCE, PHONE } from "../phone";

/** A way to look at the records of a section: "table", "cards", "matrix" or the key of a drawing. */
export type Way = string;

export interface WayChoice {
  ways: readonly Way[];
  way: Way;
  chooseWay(way: Way): void;
}

/** How this person looks at a section: as they did last time, where the screen and the section allow it. */
export function useWay(section: string, hasMatrix: boolean, drawings: readonly Drawing[]): WayChoice {
  const isPhone = useMediaQuery(PHONE, false, AT_ONCE);
  const [chosen, chooseWay] = useLocalStorage<Way | null>({
    key: `tavolo.way.${section}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const list = isPhone ? "cards" : "table";
  const drawn = drawings.map(({ key }) => key);
  const ways = [list, ...(hasMatrix ? ["matrix"] : []), ...drawn];
  const usual = drawings.find(({ isUsual }) => isUsual)?.key ?? list;
  // What was chosen on a wide screen is "table"; on a phone that list is made of cards.
  const isList = chosen === "table" || chosen === "cards";
  const way = isList ? list : chosen !== null && ways.includes(chosen) ? chosen : usual;
  return { ways, way, chooseWay };
}
