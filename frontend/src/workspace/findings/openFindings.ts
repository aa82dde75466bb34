import { useMemo } from "react";
import { type Finding, type Severity, type Target, useFindings, useFindingsAt } from "../../collab";
import { PAGES, parseTarget, toolOf } from "../places/targets";
import { useNamesAside } from "./findingsContext";
import { nameOf } from "./settingAside";

export const SEVERITIES: readonly Severity[] = ["must", "should", "could"];

/** Everything to mend that nobody has set aside. */
export function useOpenFindings(): readonly Finding[] {
  const findings = useFindings();
  const aside = useNamesAside();
  return useMemo(() => findings.filter((finding) => !aside.has(nameOf(finding))), [findings, aside]);
}

/** What is to be mended at exactly this place, the most pressing first. */
export function useOpenFindingsAt(target: Target): readonly Finding[] {
  const findings = useFindingsAt(target);
  const aside = useNamesAside();
  return useMemo(
    () => bySeverity(findings.filter((finding) => !aside.has(nameOf(finding)))).flatMap(([, some]) => some),
    [findings, aside],
  );
}

/** The findings of each severity that has any, the most pressing first. */
export function bySeverity(findings: readonly Finding[]): [Severity, readonly Finding[]][] {
  return SEVERITIES.map((severity): [Severity, readonly Finding[]] => [
    severity,
    findings.filter((finding) => finding.severity === severity),
  ]).filter(([, some]) => some.length > 0);
}

/** How many findings each tool has, in the plan's order, without those that have none. */
export function countByTool(findings: readonly Finding[]): [string, number][] {
  return PAGES.map(({ key }): [string, number] => [key, inTool(findings, key).length]).filter(
    ([, count]) => count > 0,
  );
}

/** The findings that speak of a tool, or all of them for "". */
export function inTool(findings: readonly Finding[], tool: string): readonly Finding[] {
  if (tool === "") return findings;
  return findings.filter(({ where }) => toolOf(parseTarget(where).section)?.key === tool);
}
