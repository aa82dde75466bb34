import type { Kind } from "./years";

const PATHS: Record<Kind, string> = {
  contract: "M3 1.5h5.5L11 4v8.5H3zM5 6h4M5 8.5h4",
  project: "M2 11.5h10M3.5 11.5V7M7 11.5V3M10.5 11.5V5",
  renewal: "M11.5 7A4.5 4.5 0 1 1 10 3.6M10.2 1v2.8H7.4",
  win: "M2.5 7.5 6 11l5.5-8",
  loss: "M3 3l8 8M11 3l-8 8",
  incident: "M7 1.5 13 12.5H1zM7 5.5v3.4M7 10.6v.3",
  escalation: "M7 12V2.5M3 6.5l4-4 4 4",
  executive_meeting:
    "M4.5 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM9.5 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM1.5 12c0-4 6-4 6 0M7 12c0-4 5.5-4 5.5 0",
  visit:
    "M7 12.5S2.5 8.6 2.5 5.5a4.5 4.5 0 0 1 9 0c0 3.1-4.5 7-4.5 7ZM7 7a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z",
};

/** A sign for each kind of event; what has no kind is a dot. */
export function KindSign({ kind }: { kind: Kind | null }) {
  return (
    <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      {kind === null ? <circle cx="7" cy="7" r="3" /> : <path d={PATHS[kind]} />}
    </svg>
  );
}
