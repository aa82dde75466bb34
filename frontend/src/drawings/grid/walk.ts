/** Where Home, End, Page Up and Page Down lead among the people of the grid; null for any other key. */
export function stepAmong(key: string, frame: HTMLElement | null, from: HTMLElement): HTMLElement | null {
  if (frame === null) return null;
  const cards = [...frame.querySelectorAll<HTMLElement>("[data-stakeholder]")];
  if (key === "Home") return cards[0] ?? null;
  if (key === "End") return cards.at(-1) ?? null;
  if (key !== "PageDown" && key !== "PageUp") return null;
  const own = groupOf(from);
  const beyond =
    key === "PageDown" ? cards.slice(cards.indexOf(from)) : cards.slice(0, cards.indexOf(from)).reverse();
  const next = beyond.find((card) => groupOf(card) !== own);
  // Going back leads to the first of the group, as going forth does.
  return cards.find((card) => next !== undefined && groupOf(card) === groupOf(next)) ?? null;
}

function groupOf(card: HTMLElement): Element | null {
  return card.closest("fieldset");
}
