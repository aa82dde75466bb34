import { NOW } from "../../api";
import { useConnection } from "../../collab";
import { useWorkspace } from "../frame/workspaceContext";
import { useHistory } from "./historyContext";

/** Whether this person can bring something back from what they look at; only what is now can be replaced. */
export function useCanRestore(): boolean {
  const { can } = useWorkspace();
  const { compared } = useHistory();
  const isOffline = useConnection().status === "offline";
  return can("edit") && compared?.to === NOW && !isOffline;
}
