/** Who decides much and is not on our side, and how we get to them. */

import type { Finding, Row } from "../../collab";
import { numberIn } from "../../drawings/action/action";
import type { Way } from "../../schema/report.generated";

export interface ToWin {
  person: Row;
  power: number;
  /** Nobody of ours reaches them at all, nobody is in touch with them, or somebody is. */
  touch: "unreached" | "uncovered" | "covered";
  way: Way | null;
}

const NO_WAY = ["decider_unreached", "decider_unreached_but_near"];
const TOUCH = ["unreached", "uncovered", "covered"] as const;

/** Return who must be won, those whom we do not reach first, then by their power. */
export function toWin(ways: readonly Way[], findings: readonly Finding[], people: readonly Row[]): ToWin[] {
  const wayTo = new Map(ways.map((way) => [way.to, way]));
  const codes = new Map(findings.map(({ code, where }) => [where, code] as const).filter(isAboutReach));
  const found = people.flatMap((person): ToWin[] => {
    const [way, code] = [wayTo.get(person.id) ?? null, codes.get(`stakeholders/${person.id}`)];
    if (way === null && (code === undefined || code === "decider_uncovered")) return [];
    const touch = way === null ? "unreached" : code === "decider_uncovered" ? "uncovered" : "covered";
    return [{ person, power: numberIn(person.values.power) ?? 0, touch, way }];
  });
  return found.sort((a, b) => TOUCH.indexOf(a.touch) - TOUCH.indexOf(b.touch) || b.power - a.power);
}

function isAboutReach([where, code]: readonly [string, string]): boolean {
  return where.startsWith("stakeholders/") && (NO_WAY.includes(code) || code === "decider_uncovered");
}
