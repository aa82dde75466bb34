import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type Authorship, asProblem, authorshipQuery, type Problem } from "../../api";
import { type Row, type Target, useConnection, useFacts, useRow, useSaveState } from "../../collab";
import { formatTarget } from "../../form";
import { useWorkspace } from "../frame/workspaceContext";

export type KnownAuthorship =
  | { state: "loading" }
  | { state: "offline" }
  | { state: "failed"; problem: Problem; again(): void }
  | { state: "known"; authorship: Authorship };

/** Whoever types changes a record many times a second; after this much quiet its authors are asked for. */
const QUIET_MS = 800;

/** Who wrote a record; asked for once, and again when the record has changed and is saved. */
export function useAuthorship(record: Target): KnownAuthorship {
  const { planId } = useWorkspace();
  const place = formatTarget({ ...record, field: null });
  const [revision] = useDebouncedValue(useRevision(record), QUIET_MS);
  const isOffline = useConnection().status !== "online";
  const isSaving = useSaveState().state === "saving";
  const { data, error, refetch } = useQuery({
    ...authorshipQuery(planId, place, revision),
    // What this page has not sent yet, the server cannot know the author of.
    enabled: !isOffline && !isSaving,
    // While a record changes, what was known of it stays in sight.
    placeholderData: (known, query) => (query?.queryKey[3] === place ? known : undefined),
  });
  if (data) return { state: "known", authorship: data };
  if (isOffline) return { state: "offline" };
  if (error) return { state: "failed", problem: asProblem(error), again: () => void refetch() };
  return { state: "loading" };
}

const revisions = new WeakMap<Row, number>();
let latest = 0;

/** A number that is another one whenever the record says something else: its row is then another object. */
function useRevision({ section, id }: Target): number {
  const record = useRow(section, id ?? "");
  const facts = useFacts(section);
  const row = id === null ? facts : record;
  if (row === null) return 0;
  const known = revisions.get(row) ?? ++latest;
  revisions.set(row, known);
  return known;
}
