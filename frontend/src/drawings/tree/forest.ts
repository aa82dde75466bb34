/** What stands under what, from nothing but who names whom as the one above: people and bosses, parts and wholes. */

export interface Member {
  id: string;
  /** The one above, or null while nobody has said it. */
  above: string | null;
  /** Stands beside the trees whatever is above it, such as an adviser beside the customer's own people. */
  isBeside?: boolean;
}

export interface Branch {
  id: string;
  below: readonly Branch[];
}

export interface Forest {
  /** From the top: everything without anything above it that has something below it. */
  trees: readonly Branch[];
  /** What has nothing above and nothing below it. */
  alone: readonly string[];
  /** What stands beside the trees, each with whatever of it stands below. */
  beside: readonly Branch[];
  /** Those who are above each other in a round, each round once, beginning with who is drawn at its top. */
  rounds: readonly (readonly string[])[];
}

/**
 * Build the trees.
 *
 * Something above that is not among the members counts as nothing. A round is opened at whichever of it comes
 * first, which thereby stands at the top with the others below. A line between what stands beside and what does
 * not builds no tree: both stay where they belong.
 */
export function forestOf(members: readonly Member[]): Forest {
  const aboves = abovesAmong(members);
  const rounds = roundsIn(members, aboves);
  const tops = new Set(rounds.map(([top]) => top));
  const below = new Map<string, Member[]>();
  const heads: Member[] = [];
  for (const member of members) {
    const above = aboves.get(member.id);
    const isBelow = above !== undefined && !tops.has(member.id) && isBeside(above) === isBeside(member);
    if (isBelow) below.set(above.id, [...(below.get(above.id) ?? []), member]);
    else heads.push(member);
  }
  const branchOf = ({ id }: Member): Branch => ({ id, below: (below.get(id) ?? []).map(branchOf) });
  const own = heads.filter((member) => !isBeside(member));
  const isAlone = (member: Member) => !below.has(member.id) && !aboves.has(member.id);
  return {
    trees: own.filter((member) => !isAlone(member)).map(branchOf),
    alone: own.filter(isAlone).map(({ id }) => id),
    beside: heads.filter(isBeside).map(branchOf),
    rounds,
  };
}

function isBeside(member: Member): boolean {
  return member.isBeside === true;
}

function abovesAmong(members: readonly Member[]): Map<string, Member> {
  const known = new Map(members.map((member) => [member.id, member]));
  const aboves = new Map<string, Member>();
  for (const { id, above } of members) {
    const found = above === null ? undefined : known.get(above);
    if (found !== undefined) aboves.set(id, found);
  }
  return aboves;
}

/** Follow everything upwards; what is met twice on one way is in a round. */
function roundsIn(members: readonly Member[], aboves: ReadonlyMap<string, Member>): string[][] {
  const rounds: string[][] = [];
  const settled = new Set<string>();
  for (const { id } of members) {
    const way: string[] = [];
    let at: string | undefined = id;
    while (at !== undefined && !settled.has(at) && !way.includes(at)) {
      way.push(at);
      at = aboves.get(at)?.id;
    }
    if (at !== undefined && way.includes(at)) rounds.push(way.slice(way.indexOf(at)));
    for (const one of way) settled.add(one);
  }
  return rounds.map((round) => fromFirst(round, members));
}

/** Turn a round so that it begins with whichever of it comes first. */
function fromFirst(round: string[], members: readonly Member[]): string[] {
  const first = members.find(({ id }) => round.includes(id))?.id ?? "";
  const at = round.indexOf(first);
  return [...round.slice(at), ...round.slice(0, at)];
}

/** Whether something would, over however many steps, come to stand above itself. */
export function wouldCloseRound(members: readonly Member[], id: string, above: string): boolean {
  const aboves = abovesAmong(members);
  const seen = new Set<string>();
  for (let at: string | undefined = above; at !== undefined && !seen.has(at); at = aboves.get(at)?.id) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/** How many stand below, over all levels. */
export function sizeBelow({ below }: Branch): number {
  return below.reduce((sum, branch) => sum + 1 + sizeBelow(branch), 0);
}
