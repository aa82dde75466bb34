import type { Finding, Row, Stamp } from "../../collab";

/** A finding that somebody has decided to leave as it is. */
export interface AsideFinding {
  id: string;
  where: string;
  reason: string;
  by: Stamp | null;
  /** Null when the plan no longer finds it. */
  finding: Finding | null;
}

/** What names a finding in the section `set_aside`: one place can have one of each code. */
export function nameOf({ code, where }: Pick<Finding, "code" | "where">): string {
  return `${code} ${where}`;
}

/** The names of the findings that these records set aside. */
export function namesAside(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.map(({ values }) => nameOf({ code: text(values.code), where: text(values.place) })));
}

/** The decisions to leave something as it is, the latest first. */
export function asideFindings(rows: readonly Row[], findings: readonly Finding[]): AsideFinding[] {
  const found = new Map(findings.map((finding) => [nameOf(finding), finding]));
  return rows
    .map(({ id, values }) => {
      const where = text(values.place);
      return {
        id,
        where,
        reason: text(values.reason),
        by: stamp(values.by),
        finding: found.get(nameOf({ code: text(values.code), where })) ?? null,
      };
    })
    .sort((a, b) => (b.by?.at ?? "").localeCompare(a.by?.at ?? ""));
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function stamp(value: Row["values"][string] | undefined): Stamp | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
}
