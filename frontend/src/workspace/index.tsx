export { type Comments, useComments } from "./comments/commentsContext";
export { Workspace } from "./Workspace";
