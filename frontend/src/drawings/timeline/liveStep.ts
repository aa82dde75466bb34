import { useMemo } from "react";
import { usePlanSession } from "../../collab";

/** A stretch of writing that others see while it goes on and that is undone as one step. */
export interface LiveStep {
  begin(): void;
  /** Do several edits at once. */
  write(edits: () => void): void;
  end(): void;
}

/** Returns the means to write while something is dragged, however long somebody rests in the middle. */
export function useLiveStep(): LiveStep {
  const { doc, undoManager } = usePlanSession();
  return useMemo(() => {
    const usual = undoManager.captureTimeout;
    return {
      begin: () => {
        undoManager.stopCapturing();
        undoManager.captureTimeout = Number.POSITIVE_INFINITY;
      },
      // In one transaction, because changes of two fields after one another would be two steps.
      write: (edits) => doc.transact(edits),
      end: () => {
        undoManager.captureTimeout = usual;
        undoManager.stopCapturing();
      },
    };
  }, [doc, undoManager]);
}
