import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/** As `lazy`, but a part that cannot be fetched without a connection is fetched when it is back. */
export function lazily<P>(
  load: () => Promise<{ default: ComponentType<P> }>,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(() => fetched(load));
}

async function fetched<M>(load: () => Promise<M>): Promise<M> {
  try {
    return await load();
  } catch (problem) {
    if (navigator.onLine) throw problem;
    await new Promise((resolve) => window.addEventListener("online", resolve, { once: true }));
    return fetched(load);
  }
}
