/** Return a list in which the entry at `at` has moved by some places, as far as there are any. */
export function moved(values: readonly string[], at: number, by: number): string[] {
  const order = [...values];
  const [value] = order.splice(at, 1);
  if (value !== undefined) order.splice(Math.max(0, Math.min(order.length, at + by)), 0, value);
  return order;
}

/** Return a list in which `dragged` stands before or after `target`. */
export function movedTo(
  values: readonly string[],
  dragged: string,
  target: string,
  edge: "before" | "after",
): string[] {
  if (dragged === target) return [...values];
  const order = values.filter((value) => value !== dragged);
  order.splice(order.indexOf(target) + (edge === "after" ? 1 : 0), 0, dragged);
  return order;
}
