import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type CSSProperties, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFocusTarget, useOthersAt } from "../../collab";
import { fieldIn, formatTarget, PersonTag, useLabels, useRecordName } from "../../form";
import { Named } from "../action/Named";
import styles from "./exposure.module.css";
import type { Risk } from "./risks";
import type { Matrix } from "./useMatrix";

interface ChipProps {
  risk: Risk;
  number: number;
  matrix: Matrix;
  isReached: boolean;
}

/** A risk in the matrix: its name, the action that answers it, who else has it. */
export function Chip({ risk, number, matrix, isReached }: ChipProps) {
  const { section, token } = matrix;
  const at = { section: section.key, id: risk.id, field: null };
  const element = useRef<HTMLLIElement>(null);
  const others = useOthersAt(at);
  const focus = useFocusTarget(at);
  const [isDragged, setDragged] = useState(false);
  const hold = useEffectEvent((isHeld: boolean) => {
    setDragged(isHeld);
    if (isHeld) focus.onFocus();
    else focus.onBlur();
  });
  useEffect(() => {
    if (element.current === null || token === null) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ risk: risk.id, matrix: token }),
      onDragStart: () => hold(true),
      onDrop: () => hold(false),
    });
  }, [risk.id, token]);
  const color = others[0]?.color;
  return (
    <li
      ref={element}
      className={styles.chip}
      data-target={formatTarget(at)}
      data-closed={risk.status === "closed" || undefined}
      data-dragged={isDragged || undefined}
      data-draggable={token !== null || undefined}
      data-others={color ? true : undefined}
      style={color ? ({ "--person": color } as CSSProperties) : undefined}
      {...focus}
    >
      <ChipTitle risk={risk} number={number} matrix={matrix} isReached={isReached} />
      <ChipNotes risk={risk} matrix={matrix} />
      <PersonTag people={others} />
    </li>
  );
}

function ChipTitle({ risk, number, matrix, isReached }: ChipProps) {
  const { text } = useRecordName(matrix.section.key, risk.id);
  return (
    // biome-ignore lint/a11y/useSemanticElements: Firefox does not begin to drag on a button.
    <div
      role="button"
      className={styles.title}
      data-risk={risk.id}
      tabIndex={isReached ? 0 : -1}
      aria-label={`${number} ${text}, ${matrix.say(risk.rating)}`}
      aria-describedby={matrix.hintId}
      onFocus={() => matrix.onReach(risk.id)}
      onClick={() => matrix.onOpen(risk.id)}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          matrix.onOpen(risk.id);
        } else matrix.onKeyDown(event, risk.id);
      }}
    >
      <b className={styles.number}>{number}</b> <span>{text}</span>
    </div>
  );
}

/** What deals with the risk, and where it stands when it is not simply open. */
function ChipNotes({ risk, matrix: { section } }: Pick<ChipProps, "risk" | "matrix">) {
  const { t } = useTranslation("trendViews");
  const labels = useLabels();
  const field = fieldIn(section, "status");
  return (
    <span className={styles.notes}>
      {risk.status !== null && risk.status !== "open" && field && (
        <span>{labels.choice(section.key, field, risk.status)}</span>
      )}
      {risk.answer ? (
        <span>
          {t("exposure.answer")} <Named section="actions" id={risk.answer} />
        </span>
      ) : (
        <span className={styles.lacking}>{t("exposure.no_answer")}</span>
      )}
    </span>
  );
}
