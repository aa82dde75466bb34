import { type ComponentProps, type ComponentType, lazy, Suspense, useEffect, useState } from "react";

type ButtonProps = ComponentProps<"button">;

/** What a menu's content is told beside its own properties. */
export interface MenuState {
  opened: boolean;
  onChange: (opened: boolean) => void;
}

/**
 * Returns a menu whose code is fetched when its button is first pressed: the first page shows many menus and opens
 * none.
 *
 * Parameters
 *   Target: the button, which stands alone until then and is the menu's own from then on.
 *   load: the menu, which renders the same button as its target, with `autoFocus`: it takes the place of the one
 *     that was pressed, and the focus comes back to it.
 */
export function deferredMenu<Props extends object>(
  Target: ComponentType<Props & ButtonProps>,
  load: () => Promise<ComponentType<Props & MenuState>>,
): ComponentType<Props> {
  const Menu = lazy(async () => ({ default: await load() }));

  function Prepared(props: Props) {
    const [opened, setOpened] = useState(false);
    // Opened after it is on the page, because a menu notes where the focus goes back to on opening.
    useEffect(() => setOpened(true), []);
    // `lazy` types its properties more narrowly than it takes them.
    const Known = Menu as unknown as ComponentType<Props & MenuState>;
    return <Known {...props} opened={opened} onChange={setOpened} />;
  }

  return function DeferredMenu(props: Props) {
    const [wanted, setWanted] = useState(false);
    if (!wanted) {
      return <Target {...props} aria-haspopup="menu" aria-expanded={false} onClick={() => setWanted(true)} />;
    }
    return (
      <Suspense fallback={<Target {...props} aria-haspopup="menu" aria-expanded={false} autoFocus />}>
        <Prepared {...props} />
      </Suspense>
    );
  };
}
