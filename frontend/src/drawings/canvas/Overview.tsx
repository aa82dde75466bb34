import { Panel, type ReactFlowState, useStore, useStoreApi } from "@xyflow/react";
import { type PointerEvent, useLayoutEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Canvas.module.css";
import { type Box, boxAround } from "./geometry";
import { pathOf, type Reduction, ROOM, reductionOf, windowIn } from "./reduction";
import type { View } from "./useView";

/** Fewer pieces are found at a glance. */
const WORTH_A_MAP = 30;

interface OverviewProps {
  pieces: readonly Box[];
  view: View;
}

/** A small map of everything, where there is more than fits the window. */
export function Overview(props: OverviewProps) {
  const all = useMemo(() => boxAround(props.pieces), [props.pieces]);
  // Whatever part is in view: it neither comes nor goes while the map is only pushed about.
  const isUseful = useStore(
    ({ width, height, transform: [, , zoom] }) =>
      width > 900 && all !== null && (all.width * zoom > width || all.height * zoom > height),
  );
  if (props.pieces.length < WORTH_A_MAP || !isUseful) return null;
  return <Small {...props} />;
}

/** What is in view is pulled about in it, or put where it is pressed. */
function Small({ pieces, view }: OverviewProps) {
  const { t } = useTranslation("canvas");
  const reduction = useMemo(() => reductionOf(pieces), [pieces]);
  const frame = useWindow(reduction);
  const look = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { scale } = reduction;
    view.lookAt({
      x: (event.clientX - left - reduction.left) / scale,
      y: (event.clientY - top - reduction.top) / scale,
    });
  };
  return (
    <Panel position="bottom-right" className={styles.overview ?? ""}>
      <div
        role="img"
        aria-label={t("overview")}
        style={ROOM}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          look(event);
        }}
        onPointerMove={(event) => event.buttons > 0 && look(event)}
      >
        <svg {...ROOM} aria-hidden="true">
          <path d={pathOf(pieces, reduction)} />
        </svg>
        <div ref={frame} className={styles.inView} data-goes-along />
      </div>
    </Panel>
  );
}

/** Keeps the frame around what is in view, past React: a map that is panned must not be rendered for every frame. */
function useWindow(reduction: Reduction) {
  const frame = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  useLayoutEffect(() => {
    const follow = ({ transform, width, height }: Pick<ReactFlowState, "transform" | "width" | "height">) => {
      if (frame.current === null) return;
      const box = windowIn(reduction, transform, { width, height });
      const { style } = frame.current;
      style.transform = `translate(${box.x}px, ${box.y}px)`;
      // Only another zoom changes them; what is written again as it is costs nothing.
      style.width = `${box.width}px`;
      style.height = `${box.height}px`;
    };
    follow(store.getState());
    return store.subscribe(follow);
  }, [store, reduction]);
  return frame;
}
