import {
  type ComponentType,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../collab";
import type { SectionDescription } from "../../form";
import { useAnnounce } from "../../ui";
import { type FilledLane, fillLanes, findCard, type Lane, type Spot } from "./arrange";
import { cardIn } from "./cardIn";
import { LaneColumn } from "./LaneColumn";
import styles from "./lanes.module.css";
import type { Lost } from "./useKeptFocus";
import { useLaneKeys } from "./useLaneKeys";

export interface LanesProps {
  section: SectionDescription;
  label: string;
  lanes: readonly Lane[];
  rows: readonly Row[];
  laneOf(row: Row): string;
  canEdit: boolean;
  /** Put a card into a lane and, where `place` is given, at a place of the plan's order. */
  onMove(id: string, spot: Spot): void;
  onAdd(title: string, lane: string): void;
  onOpen(id: string): void;
  /** What a card says below its title. */
  Face: ComponentType<{ row: Row }>;
}

/** What all cards of a board share; the same object as long as the board is on the page. */
export interface Board extends Pick<LanesProps, "section" | "canEdit" | "Face"> {
  /** Stands for this board where cards are dragged; null where nobody may. */
  token: object | null;
  lost: Lost;
  hintId: string;
  /** The lanes as they are now: asked for when somebody acts, so that no card waits for another's change. */
  lanes(): readonly FilledLane[];
  onReach(id: string): void;
  onKeyDown(event: KeyboardEvent, id: string): void;
  onMove(id: string, spot: Spot): void;
  onAdd(title: string, lane: string): void;
  onOpen(id: string): void;
}

/** Records as cards in lanes side by side, moved by dragging, by key or from a menu. */
export function Lanes(props: LanesProps) {
  const { t } = useTranslation("actionViews");
  const element = useRef<HTMLDivElement>(null);
  const { rows, laneOf } = props;
  const lanes = useMemo(() => fillLanes(props.lanes, rows, laneOf), [props.lanes, rows, laneOf]);
  const [chosen, setChosen] = useState<string | null>(null);
  const board = useBoard(props, lanes, element, setChosen);
  const first = lanes.find((lane) => lane.rows.length > 0)?.rows[0]?.id ?? null;
  // The Tab key reaches one card; arrows lead to the others.
  const reached = chosen !== null && findCard(lanes, chosen) !== null ? chosen : first;
  return (
    <>
      <p id={board.hintId} className={styles.hint}>
        {t(props.canEdit ? "lanes.hint" : "lanes.hint_reading")}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in. */}
      <div ref={element} className={styles.lanes} role="group" aria-label={props.label}>
        {lanes.map((lane) => (
          <LaneColumn key={lane.key} lane={lane} board={board} reached={reached} />
        ))}
      </div>
    </>
  );
}

function useBoard(
  props: LanesProps,
  lanes: readonly FilledLane[],
  element: RefObject<HTMLElement | null>,
  setChosen: (id: string) => void,
): Board {
  const { section, canEdit, Face } = props;
  const hintId = useId();
  const now = useRef({ lanes, props });
  now.current = { lanes, props };
  const move = useMoving(now, element);
  const onKeyDown = useLaneKeys(now, element, canEdit ? move : null);
  const [token] = useState(() => ({}));
  const [lost] = useState<Lost>(() => ({ id: null }));
  return useMemo(
    () => ({
      section,
      canEdit,
      Face,
      token: canEdit ? token : null,
      lost,
      hintId,
      lanes: () => now.current.lanes,
      onReach: (id: string) => {
        lost.id = null;
        setChosen(id);
      },
      onKeyDown,
      onMove: move,
      onAdd: (title: string, lane: string) => now.current.props.onAdd(title, lane),
      onOpen: (id: string) => now.current.props.onOpen(id),
    }),
    [section, canEdit, Face, token, lost, hintId, onKeyDown, move, setChosen],
  );
}

/** What the board shows and was given, as of its last drawing. */
export type Now = RefObject<{ lanes: readonly FilledLane[]; props: LanesProps }>;

/** Moves a card, says so, and brings it into sight for whoever moved it. */
function useMoving(now: Now, element: RefObject<HTMLElement | null>): (id: string, spot: Spot) => void {
  const { t } = useTranslation("actionViews");
  const announce = useAnnounce();
  return useCallback(
    (id, spot) => {
      const { lanes, props } = now.current;
      const row = props.rows.find((one) => one.id === id);
      const lane = lanes.find(({ key }) => key === spot.lane);
      props.onMove(id, spot);
      announce(t("lanes.moved", { title: row?.values[props.section.title] ?? "", lane: lane?.label ?? "" }));
      requestAnimationFrame(() => {
        const card = cardIn(element.current, id);
        card?.focus({ preventScroll: true });
        card?.scrollIntoView({ block: "nearest", inline: "nearest" });
      });
    },
    [now, element, announce, t],
  );
}
