import { Popover } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { localToday } from "../reading/calendar";
import type { Writing } from "../reading/writing";
import { Calendar } from "./Calendar";
import styles from "./control.module.css";
import type { InputProps } from "./inputProps";
import { TypedInput } from "./TypedInput";

/** A day, typed in words or figures or picked from a calendar (Alt + down arrow). */
export function DayInput(props: InputProps & { writing: Writing }) {
  const [isOpen, setOpen] = useState(false);
  const pick = (picked: string) => {
    setOpen(false);
    props.onProblem(null);
    props.onCommit(picked);
    if (props.cell) props.cell.onLeave("stay");
    else document.getElementById(props.id)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" || !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(true);
  };
  const day = typeof props.value === "string" ? props.value : null;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the button beside the input. */}
      <div className={styles.withButton} onKeyDown={onKeyDown}>
        {/* A day picked while the text was open replaces it. */}
        <TypedInput key={isOpen ? "open" : "typing"} {...props} cell={isOpen ? undefined : props.cell} />
        <Popover.Target>
          <CalendarButton isReached={props.cell === undefined} onClick={() => setOpen(!isOpen)} />
        </Popover.Target>
      </div>
      <Popover.Dropdown>
        <Calendar day={day} today={localToday(new Date())} onPick={pick} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Takes what the popover gives its target, the reference to its element among it. */
function CalendarButton({ isReached, ...given }: { isReached: boolean; onClick(): void }) {
  const { t } = useTranslation("form");
  return (
    <button
      {...given}
      type="button"
      className={styles.button}
      aria-label={t("day.open")}
      tabIndex={isReached ? 0 : -1}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
        <rect x="2.5" y="3.5" width="11" height="10" rx="1.5" />
        <path d="M2.5 6.5h11M5.5 2v3M10.5 2v3" />
      </svg>
    </button>
  );
}
