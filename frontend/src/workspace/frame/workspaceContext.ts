import { createContext, useContext } from "react";
import type { Plan, Right } from "../../api";
import type { Target } from "../../collab";

/** What opens over the page; one at a time. */
export type Dialog = "share" | "export" | "settings" | "shortcuts" | "palette" | "sign_out";

/** What every piece of the frame may need: the plan as the server describes it, and the ways around it. */
export interface WorkspaceState {
  planId: string;
  /** Null until the server has answered, and for as long as it cannot be reached. */
  about: Plan | null;
  can(right: Right): boolean;
  isGuest: boolean;
  dialog: Dialog | null;
  show(dialog: Dialog | null): void;
  /** Go to a tool by its key, to the plan at a glance or to the bin. */
  goToTool(toolKey: string): void;
  /** Go to the page of a record or field and put the focus there. */
  goTo(target: Target): void;
  undo(): void;
  redo(): void;
}

export const WorkspaceContext = createContext<WorkspaceState | null>(null);

export function useWorkspace(): WorkspaceState {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("useWorkspace belongs inside <Workspace>.");
  return workspace;
}
