import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { plain } from "../../form";
import styles from "./menus.module.css";

export interface Findable {
  id: string;
  name: string;
  detail: string;
}

interface FinderProps {
  label: string;
  options: readonly Findable[];
  nothing: string;
  /** The option that Enter would choose, or null: the map shows it while one looks for it. */
  onPoint(id: string | null): void;
  onChoose(id: string): void;
  onClose(): void;
}

/** Finds a node or a link by its name: arrows go along the list, Enter chooses, Escape gives up. */
export function Finder({ label, options, nothing, onPoint, onChoose, onClose }: FinderProps) {
  const { t } = useTranslation("strategyMap");
  const [search, setSearch] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const found = useMemo(() => {
    const wanted = plain(search.trim());
    return options.filter(({ name, detail }) => plain(`${name} ${detail}`).includes(wanted));
  }, [options, search]);
  const point = (place: number, among: readonly Findable[] = found) => {
    const last = Math.max(0, among.length - 1);
    const next = Math.min(Math.max(place, 0), last);
    setAt(next);
    onPoint(among[next]?.id ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    const chosen = found[at];
    if (by !== 0) point(at + by);
    else if (event.key === "Enter" && chosen) onChoose(chosen.id);
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={`nowheel ${styles.finder}`} role="dialog" aria-label={label}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: it was asked for by a key press, and is typed in next.
        autoFocus
        placeholder={t("finder.placeholder")}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          point(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={onClose}
      />
      <Options id={id} found={found} at={at} nothing={nothing} label={label} onChoose={onChoose} />
    </div>
  );
}

interface OptionsProps extends Pick<FinderProps, "label" | "nothing" | "onChoose"> {
  id: string;
  found: readonly Findable[];
  at: number;
}

function Options({ id, found, at, nothing, label, onChoose }: OptionsProps) {
  return (
    <div id={`${id}-list`} role="listbox" aria-label={label} className={styles.found}>
      {found.map((option, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
        <div
          key={option.id}
          id={`${id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === at}
          ref={(element) => {
            if (place === at) element?.scrollIntoView?.({ block: "nearest" });
          }}
          // Before the field loses the focus, which would close the list.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option.id)}
        >
          {option.name}
          <small>{option.detail}</small>
        </div>
      ))}
      {found.length === 0 && <p>{nothing}</p>}
    </div>
  );
}
