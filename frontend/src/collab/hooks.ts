import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { ToolKey } from "../schema/plan.generated";
import { useLiveSession } from "./context";
import { sameTarget } from "./document";
import type { Edits } from "./edits";
import { problemText, rejectionIn } from "./rejectionText";
import type { Finding, Report, ReportPart } from "./report";
import type { LiveSession, PlanSession } from "./session";
import type { Store } from "./store";
import type { Connection, Person, Rejection, Row, SaveState, Target } from "./types";

function useStored<T>(pick: (session: LiveSession) => Store<T>): T {
  const store = pick(useLiveSession());
  return useSyncExternalStore(store.subscribe, store.get);
}

export function usePlanSession(): PlanSession {
  return useStored((session) => session.view);
}

export function useConnection(): Connection {
  const connection = useStored((session) => session.connection);
  const { t } = useTranslation("collab");
  return useMemo(() => {
    if (connection.status !== "refused") return connection;
    return { ...connection, message: connection.message || problemText(connection.code, t) };
  }, [connection, t]);
}

export function useSaveState(): SaveState {
  const saveState = useStored((session) => session.saveState);
  const { t } = useTranslation("collab");
  return useMemo(() => {
    if (saveState.state !== "not_saved") return saveState;
    return { state: "not_saved", message: saveState.message || problemText(saveState.code, t) };
  }, [saveState, t]);
}

export function useUndoState(): { canUndo: boolean; canRedo: boolean } {
  return useStored((session) => session.undoState);
}

/** How much of each tool is filled in, 0 to 100; see `Completeness` for how it is counted. */
export function useCompleteness(): Record<ToolKey, number> {
  return useStored((session) => session.completeness.store) as Record<ToolKey, number>;
}

export function useEdits(): Edits {
  return useLiveSession().edits;
}

export function usePeople(): Person[] {
  const { people } = useLiveSession();
  return useSyncExternalStore(people.onPeople, people.people);
}

/** Others whose focus is at this place or within it; renders again only when that changes. */
export function useOthersAt(target: Target): Person[] {
  const { people } = useLiveSession();
  const { section, id, field } = target;
  const subscribe = useCallback(
    (listener: () => void) => people.onTarget({ section, id, field }, listener),
    [people, section, id, field],
  );
  return useSyncExternalStore(subscribe, () => people.othersAt({ section, id, field }));
}

/** Says where this person is while a place has their focus. */
export function useFocusTarget(target: Target): { onFocus(): void; onBlur(): void } {
  const session = useLiveSession();
  const { section, id, field } = target;
  return useMemo(() => {
    const here = { section, id, field };
    return {
      onFocus: () => session.awareness.setLocalStateField("at", here),
      // Focus may have reached the next place before it left this one.
      onBlur: () => {
        const at: Target | null = session.awareness.getLocalState()?.at ?? null;
        if (at !== null && sameTarget(at, here)) session.awareness.setLocalStateField("at", null);
      },
    };
  }, [session, section, id, field]);
}

/** The single record of a section; every field is null while nothing has been said. */
export function useFacts(section: string): Row {
  const { rows } = useLiveSession();
  const subscribe = useCallback((listener: () => void) => rows.onSection(section, listener), [rows, section]);
  return useSyncExternalStore(subscribe, () => rows.facts(section));
}

/** The live records of a collection, in order; a row that has not changed keeps its identity. */
export function useRows(section: string): Row[] {
  const { rows } = useLiveSession();
  const subscribe = useCallback((listener: () => void) => rows.onSection(section, listener), [rows, section]);
  return useSyncExternalStore(subscribe, () => rows.rows(section));
}

/** One record, also when it lies in the bin (its `removed` says so), or null when there is none. */
export function useRow(section: string, id: string): Row | null {
  const { rows } = useLiveSession();
  const subscribe = useCallback(
    (listener: () => void) => rows.onRow(section, id, listener),
    [rows, section, id],
  );
  return useSyncExternalStore(subscribe, () => rows.row(section, id));
}

/** The removed records of the whole plan, the latest first. */
export function useBin(): { section: string; row: Row }[] {
  const { rows } = useLiveSession();
  return useSyncExternalStore(rows.onBin, () => rows.bin());
}

/** What the plan works out by itself, or null until the server has said it; offline the last one stays. */
export function useReport(): Report | null {
  return useStored((session) => session.report.whole);
}

/** One part of the report; renders again only when that part says something else. */
export function useReportPart<Name extends ReportPart>(name: Name): Report[Name] | null {
  const { whole } = useLiveSession().report;
  return useSyncExternalStore(whole.subscribe, () => whole.get()?.[name] ?? null);
}

/** Everything there is to mend, also what was set aside (its `aside` says so). */
export function useFindings(): readonly Finding[] {
  const { report } = useLiveSession();
  return useSyncExternalStore(report.whole.subscribe, report.findings);
}

/** What is to be mended at exactly this place, without what was set aside; renders again only when that changes. */
export function useFindingsAt(target: Target): readonly Finding[] {
  const { report } = useLiveSession();
  const { section, id, field } = target;
  const subscribe = useCallback(
    (listener: () => void) => report.onPlace({ section, id, field }, listener),
    [report, section, id, field],
  );
  return useSyncExternalStore(subscribe, () => report.findingsAt({ section, id, field }));
}

export function useRejections(): { rejections: Rejection[]; dismiss(index: number): void } {
  const session = useLiveSession();
  const kept = useStored(({ rejections }) => rejections);
  const { t } = useTranslation(["collab", "plan"]);
  const rejections = useMemo(() => kept.map((one) => rejectionIn(one, session.index, t)), [kept, session, t]);
  const dismiss = useCallback(
    (index: number) => session.rejections.set(session.rejections.get().filter((_, at) => at !== index)),
    [session],
  );
  return { rejections, dismiss };
}
