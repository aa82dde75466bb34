export * from "./accounts";
export * from "./company";
export * from "./exports";
export * from "./members";
export * from "./plans";
export * from "./problem";
export * from "./session";
export type * from "./types";
export * from "./versions";
