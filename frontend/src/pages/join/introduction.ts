/** How somebody introduced themselves last on this device, so that the next workshop is a click. */
export interface Introduction {
  name: string;
  department: string;
}

const KEY = "tavolo.introduction";

export function rememberedIntroduction(): Introduction {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (isIntroduction(kept)) return { name: kept.name, department: kept.department };
  } catch {
    // Storage may be switched off, or hold what an older page wrote: then they introduce themselves again.
  }
  return { name: "", department: "" };
}

export function rememberIntroduction({ name, department }: Introduction): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ name, department }));
  } catch {
    // Without storage nothing is remembered; joining works all the same.
  }
}

function isIntroduction(kept: unknown): kept is Introduction {
  if (typeof kept !== "object" || kept === null) return false;
  const { name, department } = kept as Partial<Record<keyof Introduction, unknown>>;
  return typeof name === "string" && typeof department === "string";
}
