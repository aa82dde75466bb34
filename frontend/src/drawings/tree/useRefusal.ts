import { useState } from "react";
import { useAnnounce } from "../../ui";

/** Why something was not done: said aloud, and shown until it is dismissed or something else is done. */
export function useRefusal() {
  const announce = useAnnounce();
  const [refusal, setRefusal] = useState<string | null>(null);
  const refuse = (words: string | null) => {
    setRefusal(words);
    if (words !== null) announce(words);
  };
  return { refusal, refuse };
}
