import { ViewportPortal } from "@xyflow/react";
import { type ReactNode, useEffect, useState } from "react";
import { usePlanSession } from "../../collab";
import { Backdrop } from "../canvas";
import { DRAG, dragIn } from "../canvas/dragging";
import { corneredPath } from "./corneredPath";
import type { Band, ForestLayout } from "./forestLayout";
import { type Landing, landingOf } from "./landing";
import styles from "./tree.module.css";

interface TreeBackdropProps {
  section: string;
  layout: ForestLayout;
  /** What the parts of the map are called. */
  bands: Readonly<Record<Band["key"], string>>;
  /** Markers that lines end in. */
  children?: ReactNode;
}

/** What lies under the cards: the lines of the trees, the parts with names, and where a dragged card would land. */
export function TreeBackdrop({ section, layout, bands, children }: TreeBackdropProps) {
  return (
    <>
      <Backdrop>
        {layout.bands.map(({ key, x, y, width, height }) => (
          <div key={key} className={styles.band} style={{ left: x, top: y, width, height }} />
        ))}
        <svg className={styles.links} aria-hidden="true">
          <defs>{children}</defs>
          {layout.links.map(({ to, corners }) => (
            <path key={to} d={corneredPath(corners)} />
          ))}
        </svg>
        <LandingMark section={section} layout={layout} />
      </Backdrop>
      <ViewportPortal>
        {layout.bands.map(({ key, x, y }) => (
          <strong key={key} className={styles.bandName} style={{ left: x, top: y }}>
            {bands[key]}
          </strong>
        ))}
      </ViewportPortal>
    </>
  );
}

interface Held {
  section: string;
  layout: ForestLayout;
}

/** Where the card in this person's hand would land, while there is one. */
function LandingMark({ section, layout }: Held) {
  const landing = useLanding({ section, layout });
  const spot = landing?.above ? layout.spots.get(landing.above) : undefined;
  return spot && <div className={styles.landing} style={{ left: spot.x, top: spot.y, ...layout.card }} />;
}

function useLanding({ section, layout }: Held): Landing | null {
  const { awareness } = usePlanSession();
  const [landing, setLanding] = useState<Landing | null>(null);
  useEffect(() => {
    const look = () => {
      const held = dragIn({ [DRAG]: awareness.getLocalState()?.[DRAG] }, section);
      const now = landingOf(held, layout);
      setLanding((before) => (before?.above === now?.above && before?.id === now?.id ? before : now));
    };
    awareness.on("change", look);
    return () => awareness.off("change", look);
  }, [awareness, section, layout]);
  return landing;
}
