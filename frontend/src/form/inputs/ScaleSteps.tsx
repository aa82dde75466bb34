import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ScaleField } from "../description";
import { useLabels } from "../labels";
import type { InputProps } from "./inputProps";
import styles from "./Scale.module.css";
import { ScaleMark } from "./ScaleMark";
import { hasDots, markOf, stepOfKey, stepsOf } from "./scale";

/** A row of steps: click one, or type its number, or use the arrows; Delete clears it. */
export function ScaleSteps(props: InputProps<ScaleField>) {
  const { field, place, cell } = props;
  const labels = useLabels();
  const [pointed, setPointed] = useState<number | null>(null);
  const { group, value, pick, onKeyDown } = useScaleKeys(props);
  const words = (step: number) => labels.step(place.section, field, step) || String(step);
  return (
    <div className={styles.scale} data-cell={cell !== undefined || undefined}>
      <div
        ref={group}
        id={props.id}
        role="radiogroup"
        className={styles.steps}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setPointed(null)}
      >
        {stepsOf(field).map((step) => (
          <Step
            key={step}
            field={field}
            step={step}
            value={value}
            words={words(step)}
            onPick={() => pick(step)}
            onPoint={() => setPointed(step)}
          />
        ))}
      </div>
      {!cell && <Said words={wordsFor(pointed ?? value, words, field)} isPointed={pointed !== null} />}
      {!cell && value !== null && <Clear onClear={() => pick(null)} />}
    </div>
  );
}

function useScaleKeys({ field, cell, onCommit, value: held }: InputProps<ScaleField>) {
  const group = useRef<HTMLDivElement>(null);
  const value = typeof held === "number" ? held : null;
  const focus = (step: number | null) =>
    group.current?.querySelector<HTMLElement>(`[data-step="${step ?? field.low}"]`)?.focus();
  const open = useEffectEvent(() => {
    if (cell) focus(value);
  });
  useEffect(() => open(), []);
  const pick = (step: number | null) => {
    onCommit(step);
    focus(step);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = stepOfKey(field, value, event.key);
    const clears = event.key === "Delete" || event.key === "Backspace";
    if (step === null && !clears) return;
    event.preventDefault();
    pick(clears ? null : step);
  };
  return { group, value, pick, onKeyDown };
}

interface StepProps {
  field: ScaleField;
  step: number;
  value: number | null;
  words: string;
  onPick(): void;
  onPoint(): void;
}

function Step({ field, step, value, words, onPick, onPoint }: StepProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a radio cannot be cleared, and draws no dots.
    <button
      type="button"
      role="radio"
      className={styles.step}
      data-step={step}
      data-filled={(value !== null && step <= value) || undefined}
      aria-checked={step === value}
      aria-label={words}
      title={words}
      tabIndex={step === (value ?? field.low) ? 0 : -1}
      onClick={onPick}
      onPointerEnter={onPoint}
    >
      {field.low < 0 && <ScaleMark kind={markOf(field, step)} />}
      {hasDots(field) && <span className={styles.dot} />}
      {field.low >= 0 && !hasDots(field) && <span className={styles.number}>{step}</span>}
    </button>
  );
}

/** Steps without names need no words: a number says itself, dots are counted. */
function wordsFor(step: number | null, words: (step: number) => string, field: ScaleField): string {
  return step === null || field.labels.length === 0 ? "" : words(step);
}

function Said({ words, isPointed }: { words: string; isPointed: boolean }) {
  return (
    <span className={styles.words} data-pointed={isPointed || undefined} aria-hidden="true">
      {words}
    </span>
  );
}

function Clear({ onClear }: { onClear(): void }) {
  const { t } = useTranslation("form");
  return (
    <button type="button" className={styles.clear} onClick={onClear}>
      {t("scale.clear")}
    </button>
  );
}
