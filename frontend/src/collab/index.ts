/** The plan that several people edit at once: all that other folders may use of it. */

export { PlanSessionContext } from "./context";
export type { Edits } from "./edits";
export {
  useBin,
  useCompleteness,
  useConnection,
  useEdits,
  useFacts,
  useFindings,
  useFindingsAt,
  useFocusTarget,
  useOthersAt,
  usePeople,
  usePlanSession,
  useRejections,
  useReport,
  useReportPart,
  useRow,
  useRows,
  useSaveState,
  useUndoState,
} from "./hooks";
export { forgetLocalCopies } from "./localCopy";
export { PlanSessionProvider } from "./provider";
export type { Finding, Report, ReportPart, Severity } from "./report";
export type { LiveSession, PlanSession } from "./session";
export { createLocalSession, type LocalSessionOptions, type PlanValues } from "./testing/localSession";
export type {
  Connection,
  Person,
  Place,
  PlanRole,
  Rejection,
  Row,
  SaveState,
  Stamp,
  Target,
  Value,
  You,
} from "./types";
