import { useLocalStorage } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "../../api";
import { type Row, usePlanSession, useRows } from "../../collab";
import { memberOf } from "./mine";

export interface MemberChoice {
  /** The member of the team who sits here, or null while nobody knows. */
  member: string | null;
  members: readonly Row[];
  /** Say who sits here; it is remembered in this browser. Null asks again. */
  choose(member: string | null): void;
}

/** Who of the team sits at this screen: as they said, or else by e-mail or name. */
export function useMember(): MemberChoice {
  const { planId, you } = usePlanSession();
  const members = useRows("team_members");
  // The page has asked for it; a guest has no e-mail.
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const [said, setSaid] = useLocalStorage<string>({
    key: `tavolo.me.${planId}.${you?.participant ?? ""}`,
    defaultValue: "",
    getInitialValueInEffect: false,
  });
  const isThere = members.some(({ id }) => id === said);
  const guessed =
    you && memberOf(members, { name: you.name, email: session?.kind === "member" ? session.email : null });
  const member = isThere ? said : said === ASK ? null : guessed;
  return { member, members, choose: (id) => setSaid(id ?? ASK) };
}

/** What is kept for somebody who has said that the guess was wrong. */
const ASK = "?";
