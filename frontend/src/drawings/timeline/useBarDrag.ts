import { type PointerEvent, useRef, useState } from "react";
import type { Action } from "../action/action";
import { type Dates, type Part, pull } from "./bars";
import { daysIn } from "./days";
import { type Sheet, useSheet } from "./sheet";

/** How far a pointer goes before it is a drag and no click, in pixels. */
const CLICK = 3;

/** A finger must rest this long first, so that a swipe still scrolls the months. */
const REST_MS = 250;

/** Others see a bar move twenty times a second, which is as fast as an eye needs and a room of thirty can send. */
const WRITE_EVERY_MS = 50;

/** Returns what makes a bar follow the pointer, and its ends too. */
export function useBarDrag(action: Action, onHold: (isHeld: boolean) => void) {
  const sheet = useSheet();
  const [isDragged, setDragged] = useState(false);
  /** A drag ends in a click, which must not open the record. */
  const isClick = useRef(true);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    isClick.current = true;
    if (!sheet.canEdit || event.button !== 0 || !event.isPrimary) return;
    const part = partAt(event.target);
    if (part === null) return;
    const hold = (isHeld: boolean) => {
      isClick.current &&= !isHeld;
      setDragged(isHeld);
      sheet.hold(isHeld);
      onHold(isHeld);
    };
    follow(event, new Pull(sheet, action, part), hold);
  };
  return { isDragged, onPointerDown, isClick };
}

function partAt(target: EventTarget): Part | null {
  const part = target instanceof Element ? target.closest("[data-part]")?.getAttribute("data-part") : null;
  if (part === "link") return null;
  return part === "start" || part === "end" ? part : "whole";
}

/**
 * Follows a pointer from where it went down to where it is let go; Escape puts everything back.
 *
 * A mouse takes hold when it moves, a finger when it has rested: one that moves before scrolls.
 */
function follow(down: PointerEvent<HTMLElement>, pulled: Pull, hold: (isHeld: boolean) => void): void {
  const ending = new AbortController();
  const listen = { signal: ending.signal };
  let [isHeld, hasMoved] = [false, false];
  const take = () => {
    isHeld = true;
    hold(true);
    pulled.begin();
  };
  const resting = down.pointerType === "touch" ? setTimeout(take, REST_MS) : null;
  const finish = (isKept: boolean) => {
    ending.abort();
    if (resting !== null) clearTimeout(resting);
    if (!isHeld) return;
    pulled.end(isKept && hasMoved);
    hold(false);
  };
  const move = ({ clientX, clientY }: MouseEvent) => {
    const pixels = clientX - down.clientX;
    const isFar = Math.hypot(pixels, resting === null ? 0 : clientY - down.clientY) > CLICK;
    if (!isHeld && !isFar) return;
    if (!isHeld && resting !== null) return finish(false);
    if (!isHeld) take();
    hasMoved = true;
    pulled.by(pixels);
  };
  window.addEventListener("pointermove", move, listen);
  window.addEventListener("pointerup", () => finish(true), listen);
  window.addEventListener("pointercancel", () => finish(false), listen);
  window.addEventListener("keydown", ({ key }) => key === "Escape" && finish(false), listen);
  // The page must neither scroll away under a finger that holds a bar, nor open a menu there.
  const keepStill = (event: Event) => isHeld && event.preventDefault();
  window.addEventListener("touchmove", keepStill, { ...listen, passive: false });
  if (resting !== null) window.addEventListener("contextmenu", keepStill, listen);
}

/** The dates of one action while it is pulled: written at a bounded rate, as one step of undo. */
class Pull {
  readonly #sheet: Sheet;
  readonly #action: Action;
  readonly #part: Part;
  #wanted: Dates;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wroteAt = 0;

  constructor(sheet: Sheet, action: Action, part: Part) {
    this.#sheet = sheet;
    this.#action = action;
    this.#part = part;
    this.#wanted = { start: action.start, due: action.due };
  }

  begin(): void {
    this.#sheet.live.begin();
  }

  by(pixels: number): void {
    this.#wanted = pull(this.#action, this.#part, daysIn(this.#sheet.scale, pixels));
    const wait = this.#wroteAt + WRITE_EVERY_MS - performance.now();
    if (wait <= 0) this.#write();
    else this.#timer ??= setTimeout(() => this.#write(), wait);
  }

  end(isKept: boolean): void {
    const before = { start: this.#action.start, due: this.#action.due };
    if (!isKept) this.#wanted = before;
    this.#write();
    this.#sheet.live.end();
    if (isKept) this.#sheet.settle(this.#action, before);
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wroteAt = performance.now();
    this.#sheet.setDates(this.#action.id, this.#wanted);
  }
}
