import type { Row } from "../../collab";
import { figure, words } from "./person";

/** Somebody of ours who keeps up a contact. */
export interface Cover {
  member: string;
  name: string;
  department: string;
  /** 0 not at all to 4 very well; null while nobody has said it. */
  quality: number | null;
  isKeyContact: boolean;
}

/**
 * Who of ours covers whom: stakeholder to our people, the best contact first.
 *
 * A key contact whom no coverage mentions is among them; somebody who is in touch "not at all" is not.
 */
export function coverageOf(
  people: readonly { id: string; keyContact: string | null }[],
  coverage: readonly Row[],
  team: readonly Row[],
): Map<string, Cover[]> {
  const members = new Map(team.map((row) => [row.id, row]));
  const best = new Map<string, Map<string, number | null>>(people.map(({ id }) => [id, new Map()]));
  for (const { values } of coverage) {
    const [member, quality] = [words(values.member), figure(values.quality)];
    const known = best.get(words(values.stakeholder) ?? "");
    if (known === undefined || member === null || quality === 0) continue;
    known.set(member, Math.max(quality ?? 0, known.get(member) ?? 0) || null);
  }
  return new Map(
    people.map(({ id, keyContact }) => {
      const known = best.get(id) ?? new Map<string, number | null>();
      if (keyContact !== null && !known.has(keyContact)) known.set(keyContact, null);
      return [id, coversOf(known, keyContact, members)];
    }),
  );
}

function coversOf(
  known: ReadonlyMap<string, number | null>,
  keyContact: string | null,
  members: ReadonlyMap<string, Row>,
): Cover[] {
  const covers = [...known].flatMap(([member, quality]): Cover[] => {
    const row = members.get(member);
    if (row === undefined) return [];
    const { name, department } = row.values;
    const isKeyContact = member === keyContact;
    return [{ member, name: words(name) ?? "", department: words(department) ?? "", quality, isKeyContact }];
  });
  return covers.sort((a, b) => (b.quality ?? 0) - (a.quality ?? 0));
}
