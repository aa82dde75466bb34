import { useLocation, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Target } from "../../collab";
import { formatTarget } from "../../form/places";
import { parseTarget, sectionOf } from "./targets";

export interface OpenPlace {
  /** The record, field or section the address leads to. */
  open: Target | null;
  onOpen(target: Target | null): void;
}

/** The place that is open on a tool's page, kept in the address behind `#`.
 *
 * Thereby a link leads to a record, and Back on a phone closes it. Going from one record to the next
 * and closing leave no trail to step back through.
 */
export function useOpenPlace(): OpenPlace {
  const navigate = useNavigate();
  const hash = useLocation({ select: (location) => location.hash });
  const open = useMemo(() => placeIn(hash), [hash]);
  const onOpen = useCallback(
    (target: Target | null) =>
      void navigate({ to: ".", hash: target ? formatTarget(target) : "", replace: hash !== "" }),
    [navigate, hash],
  );
  return { open, onOpen };
}

function placeIn(hash: string): Target | null {
  if (hash === "") return null;
  const target = parseTarget(hash);
  return sectionOf(target.section) ? target : null;
}
