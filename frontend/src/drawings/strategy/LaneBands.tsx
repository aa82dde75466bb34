import { type ReactFlowState, useStore, useStoreApi } from "@xyflow/react";
import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { fieldIn, type SectionDescription, useLabels } from "../../form";
import { Backdrop, type Box } from "../canvas";
import type { Lane } from "./lanes";
import styles from "./StrategyMap.module.css";

interface LaneProps {
  lanes: readonly Lane[];
  frame: Box;
}

/** So far does a lane go on to both sides of the map. */
const BEYOND = 20_000;

/** The lanes under the nodes. */
export function LaneBands({ lanes, frame }: LaneProps) {
  return (
    <Backdrop>
      {lanes.map(({ key, top, height }) => (
        <div
          key={key}
          className={styles.lane}
          style={{ left: frame.x - BEYOND, top, width: frame.width + 2 * BEYOND, height }}
        />
      ))}
    </Backdrop>
  );
}

/** The lanes' names, at the left whatever part of the map is in view. */
export function LaneNames({ lanes, section }: { lanes: readonly Lane[]; section: SectionDescription }) {
  const { t } = useTranslation("strategyMap");
  const labels = useLabels();
  const moving = useFollowing();
  const zoom = useStore((state) => state.transform[2]);
  const field = fieldIn(section, "perspective");
  return (
    <div className={styles.laneNames}>
      <div ref={moving} data-goes-along>
        {lanes.map(({ key, top, height }) => (
          <p key={key} style={{ top: top * zoom, height: height * zoom }}>
            <span>{key !== "" && field ? labels.choice(section.key, field, key) : t("lane.none")}</span>
          </p>
        ))}
      </div>
    </div>
  );
}

/** Moves up and down with the map, past React: a map that is panned must not be rendered for every frame. */
function useFollowing() {
  const moving = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  useLayoutEffect(() => {
    const follow = ({ transform: [, y] }: Pick<ReactFlowState, "transform">) => {
      if (moving.current) moving.current.style.transform = `translateY(${y}px)`;
    };
    follow(store.getState());
    return store.subscribe(follow);
  }, [store]);
  return moving;
}
