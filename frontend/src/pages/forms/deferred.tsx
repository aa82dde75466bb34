import { type ComponentType, lazy, Suspense, useEffect, useState } from "react";

interface Opens {
  opened: boolean;
}

/**
 * Returns a dialog whose code is fetched when it is first opened: pages that lead to many dialogs show without any.
 *
 * It is put on the page closed and opened right after, because a dialog notes where the focus goes back to on opening.
 */
export function deferred<Props extends Opens>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Dialog = lazy(async () => ({ default: await load() }));

  function Prepared(props: Props) {
    const [prepared, setPrepared] = useState(false);
    useEffect(() => setPrepared(true), []);
    // `lazy` types its properties more narrowly than it takes them.
    const Known = Dialog as unknown as ComponentType<Props>;
    return <Known {...props} opened={props.opened && prepared} />;
  }

  return function Deferred(props: Props) {
    const [wanted, setWanted] = useState(props.opened);
    if (props.opened && !wanted) setWanted(true);
    if (!wanted) return null;
    return (
      <Suspense fallback={null}>
        <Prepared {...props} />
      </Suspense>
    );
  };
}
