import { useEffect, useState } from "react";
import { useConnection } from "../../collab";

/** So long the server has to say what a change makes of the figures; a part that stays the same is not sent. */
const PATIENCE_MS = 4_000;

/**
 * Say whether figures are older than what they are worked out from.
 *
 * They are from the moment that what goes in differs until the server has sent others, or has had the time
 * to. Without a connection they stay old.
 *
 * @param goesIn Everything the figures depend on, as text.
 */
export function useUpdating(goesIn: string, figures: unknown): boolean {
  const [settled, setSettled] = useState({ goesIn, figures });
  const isOnline = useConnection().status === "online";
  if (settled.figures !== figures) setSettled({ goesIn, figures });
  const isUpdating = settled.figures === figures && settled.goesIn !== goesIn;
  useEffect(() => {
    if (!isUpdating || !isOnline) return;
    const timer = setTimeout(() => setSettled((now) => ({ ...now, goesIn })), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isUpdating, isOnline, goesIn]);
  return isUpdating;
}
