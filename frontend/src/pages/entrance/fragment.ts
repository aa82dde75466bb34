import { useState } from "react";

/** The token behind `#`: never sent to a server by the browser, so in nobody's log. Kept over later navigation. */
export function useFragmentToken(): string {
  return useState(() => tokenOf(window.location.hash))[0];
}

export function tokenOf(hash: string): string {
  return decodeURIComponent(hash.replace(/^#/, "")).trim();
}
