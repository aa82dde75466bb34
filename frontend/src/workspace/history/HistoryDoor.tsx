import { Suspense, useEffect, useState } from "react";
import { lazily } from "../../ui/lazily";
import { useHistory } from "./historyContext";

const HistoryPanel = lazily(() => import("./HistoryPanel"));

/** The panel, whose code and words are fetched when it is first opened. */
export function HistoryDoor() {
  const { isShown } = useHistory();
  const [wasAsked, setAsked] = useState(false);
  useEffect(() => {
    if (isShown) setAsked(true);
  }, [isShown]);
  return wasAsked ? (
    <Suspense>
      <HistoryPanel />
    </Suspense>
  ) : null;
}
