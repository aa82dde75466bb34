import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useEdits } from "../../collab";
import { LINK_KINDS, type Link } from "./kinds";
import { LinkSign } from "./LinkSign";
import styles from "./menus.module.css";
import { PlaceLink } from "./PlaceLink";
import { LINKS } from "./useDeeds";
import type { StrategyWords } from "./useWords";

interface LinkMenuProps {
  link: Link;
  /** The whole link in words. */
  spoken: string;
  words: StrategyWords;
  canEdit: boolean;
  onRemove(id: string): void;
  onClose(): void;
}

/** What a chosen link says, to change it, turn it round or take it away. */
export function LinkMenu({ link, spoken, words, canEdit, onRemove, onClose }: LinkMenuProps) {
  const { t } = useTranslation("strategyMap");
  const edits = useEdits();
  const menu = useRef<HTMLDivElement>(null);
  useFocusFirst(menu, link.id);
  const turnRound = () =>
    edits.together(() => {
      edits.set(LINKS, link.id, "from_node", link.to);
      edits.set(LINKS, link.id, "to_node", link.from);
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    else if (canEdit && (event.key === "Delete" || event.key === "Backspace")) onRemove(link.id);
    else return stepAlong(event, menu.current);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={menu} className={styles.linkMenu} role="dialog" aria-label={spoken} onKeyDown={onKeyDown}>
      {canEdit &&
        LINK_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={link.kind === kind}
            onClick={() => edits.set(LINKS, link.id, "kind", kind)}
          >
            <LinkSign kind={kind} />
            {words.linkKind(kind)}
          </button>
        ))}
      {!canEdit && <span>{words.linkKind(link.kind)}</span>}
      <span className={styles.divide} />
      {canEdit && (
        <button type="button" onClick={turnRound}>
          {t("link.turn")}
        </button>
      )}
      <PlaceLink target={{ section: LINKS, id: link.id, field: null }}>{t("link.details")}</PlaceLink>
      {canEdit && (
        <button type="button" onClick={() => onRemove(link.id)}>
          {t("link.remove")}
        </button>
      )}
    </div>
  );
}

function controlsIn(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>("button, a") ?? [])];
}

function useFocusFirst(menu: React.RefObject<HTMLElement | null>, id: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another link is another menu.
  useEffect(() => {
    const controls = controlsIn(menu.current);
    (controls.find((one) => one.ariaPressed === "true") ?? controls[0])?.focus({ preventScroll: true });
  }, [menu, id]);
}

/** Arrows go along a row of buttons, as in any toolbar. */
function stepAlong(event: KeyboardEvent, menu: HTMLElement | null): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
  if (by === 0) return;
  const controls = controlsIn(menu);
  const at = controls.indexOf(document.activeElement as HTMLElement);
  controls[(at + by + controls.length) % controls.length]?.focus();
  event.preventDefault();
  event.stopPropagation();
}
