import { type RefObject, useLayoutEffect } from "react";

/** The card that had the focus when it left its lane; it has it again when it arrives in another. */
export interface Lost {
  id: string | null;
}

/** Keeps the focus on a card that goes to another lane, where it is another element. */
export function useKeptFocus(id: string, element: RefObject<HTMLElement | null>, lost: Lost): void {
  useLayoutEffect(() => {
    const card = element.current;
    if (lost.id === id) {
      lost.id = null;
      // Whoever else moved it must not scroll this person's page.
      card?.focus({ preventScroll: true });
    }
    return () => {
      if (card !== null && document.activeElement === card) lost.id = id;
    };
  }, [id, element, lost]);
}
