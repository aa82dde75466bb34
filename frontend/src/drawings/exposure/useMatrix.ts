import { type KeyboardEvent, type RefObject, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdits } from "../../collab";
import { fieldIn, type SectionDescription, useLabels } from "../../form";
import { useAnnounce } from "../../ui";
import { type Direction, neighbourOf, type Rating, type Risk, stepOf } from "./risks";

/** What all risks of the matrix share; the same object as long as it is on the page. */
export interface Matrix {
  section: SectionDescription;
  canEdit: boolean;
  /** Stands for this matrix where risks are dragged; null where nobody may. */
  token: object | null;
  hintId: string;
  rate(id: string, rating: Rating | null): void;
  onKeyDown(event: KeyboardEvent, id: string): void;
  onOpen(id: string): void;
  onReach(id: string): void;
  /** A rating in words. */
  say(rating: Rating | null): string;
}

interface MatrixOptions {
  section: SectionDescription;
  risks: readonly Risk[];
  canEdit: boolean;
  element: RefObject<HTMLElement | null>;
  onOpen(id: string): void;
  onReach(id: string): void;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

export function useMatrix(options: MatrixOptions): Matrix {
  const { section, canEdit } = options;
  const hintId = useId();
  const [token] = useState(() => ({}));
  const now = useRef(options);
  now.current = options;
  const say = useWords(section);
  const rate = useRating(now, say);
  return useMemo(() => {
    const focus = (id: string) =>
      now.current.element.current?.querySelector<HTMLElement>(`[data-risk="${CSS.escape(id)}"]`)?.focus();
    const onKeyDown = (event: KeyboardEvent, id: string) => {
      const to = DIRECTIONS[event.key];
      if (to === undefined || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const { risks } = now.current;
      if (!event.altKey && !event.shiftKey) {
        const other = neighbourOf(risks, id, to);
        if (other !== null) focus(other);
        return;
      }
      const rating = stepOf(risks.find((risk) => risk.id === id)?.rating ?? null, to);
      if (!canEdit || rating === null) return;
      rate(id, rating);
      // It lies in another cell now, where it is another element.
      requestAnimationFrame(() => focus(id));
    };
    return {
      section,
      canEdit,
      hintId,
      rate,
      onKeyDown,
      say,
      token: canEdit ? token : null,
      onOpen: (id: string) => now.current.onOpen(id),
      onReach: (id: string) => now.current.onReach(id),
    };
  }, [section, canEdit, hintId, rate, say, token]);
}

/** Rates a risk as one step of undo, and says so. */
function useRating(now: RefObject<MatrixOptions>, say: Matrix["say"]): Matrix["rate"] {
  const edits = useEdits();
  const announce = useAnnounce();
  return useMemo(
    () => (id, rating) => {
      const { section } = now.current;
      edits.together(() => {
        edits.set(section.key, id, "likelihood", rating?.likelihood ?? null);
        edits.set(section.key, id, "impact", rating?.impact ?? null);
      });
      announce(say(rating));
    },
    [now, edits, announce, say],
  );
}

function useWords(section: SectionDescription): Matrix["say"] {
  const { t } = useTranslation("trendViews");
  const labels = useLabels();
  return useMemo(() => {
    const wordOf = (key: string, step: number) => {
      const field = fieldIn(section, key);
      return field === null ? String(step) : labels.step(section.key, field, step) || String(step);
    };
    return (rating) =>
      rating === null
        ? t("exposure.unrated")
        : t("exposure.rated", {
            likelihood: wordOf("likelihood", rating.likelihood),
            impact: wordOf("impact", rating.impact),
          });
  }, [section, labels, t]);
}
