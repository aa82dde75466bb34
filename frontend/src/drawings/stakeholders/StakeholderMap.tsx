import { type MouseEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Canvas } from "../canvas";
import type { DrawingProps } from "../drawing";
import { FarMark } from "../tree/FarMark";
import tree from "../tree/tree.module.css";
import { READABLE } from "../tree/treeLayout";
import { useTreeKeys } from "../tree/useTreeKeys";
import { InfluenceEdge } from "./InfluenceEdge";
import { JoinDialog } from "./JoinDialog";
import { MapBackdrop } from "./MapBackdrop";
import { MapLegend } from "./MapLegend";
import { MapNotices } from "./MapNotices";
import { MapSide } from "./MapSide";
import { MapTools } from "./MapTools";
import styles from "./map.module.css";
import { MapContext } from "./mapContext";
import { PersonNode } from "./PersonNode";
import { ReportingEdge } from "./ReportingEdge";
import { type StakeholderMapState, useMapState, useStakeholderMap } from "./useStakeholderMap";
import { WayEdge } from "./ways/WayEdge";

const NODES = { person: PersonNode };
const EDGES = { influence: InfluenceEdge, way: WayEdge, reporting: ReportingEdge };

/** The organisation chart with who influences whom, who of ours covers them, and the ways to win somebody. */
export default function StakeholderMap(props: DrawingProps) {
  const { t } = useTranslation("stakeholderMap");
  const map = useStakeholderMap(props);
  const { lineDeeds } = map;
  return (
    <section className={tree.frame} aria-label={t("name", { label: props.label })}>
      <MapNotices map={map} />
      <MapTools map={map} canEdit={props.canEdit} />
      <Desk map={map} drawing={props} />
      <MapLegend />
      {lineDeeds.joining && (
        <JoinDialog
          joining={lineDeeds.joining}
          onChoose={lineDeeds.finish}
          onClose={() => lineDeeds.join(null)}
        />
      )}
    </section>
  );
}

/** The map itself, and beside it what is known of the way or the line that is chosen. */
function Desk({ map, drawing }: { map: StakeholderMapState; drawing: DrawingProps }) {
  const { t } = useTranslation("stakeholderMap");
  const stage = useRef<HTMLDivElement>(null);
  const state = useMapState(map);
  const onKeyDown = useTreeKeys({
    ...{ layout: map.layout, go: map.go, toggle: map.collapsed.toggle },
    letters: lettersOf(map, drawing.canEdit),
    onEscape: map.asked.id === null ? undefined : map.stopAsking,
  });
  return (
    <div className={tree.desk}>
      <div
        ref={stage}
        className={`${tree.stage} ${styles.stage}`}
        data-asked={map.asked.id !== null || undefined}
        onKeyDownCapture={onKeyDown}
        onDoubleClickCapture={(event) => renameTitle(event, map, drawing.canEdit)}
      >
        <MapContext value={state}>
          <Canvas
            {...canvasDeeds(map, drawing)}
            label={t("name", { label: drawing.label })}
            section="stakeholders"
            roleWords={t("card.role")}
            pieces={map.pieces}
            lines={map.shown.lines}
            nodeTypes={NODES}
            edgeTypes={EDGES}
            selection={map.selection}
            select={map.select}
            canEdit={drawing.canEdit}
            frame={map.layout.frame}
            readable={READABLE}
            ref={map.view}
          >
            <MapBackdrop layout={map.layout} />
            <FarMark stage={stage} />
          </Canvas>
        </MapContext>
        <p className={tree.spoken}>{t(drawing.canEdit ? "hint" : "hintReading")}</p>
      </div>
      <MapSide map={map} canEdit={drawing.canEdit} />
    </div>
  );
}

/** What single letters do with a person's card. */
function lettersOf(
  { deeds, askWays }: StakeholderMapState,
  canEdit: boolean,
): Record<string, (id: string) => void> {
  if (!canEdit) return { w: askWays };
  const t = (id: string) => deeds.rename({ id, field: "title", typed: null });
  return { w: askWays, n: deeds.addReport, p: deeds.addPeer, t };
}

/** A double click on a title changes it; anywhere else on a card the canvas has the name changed. */
function renameTitle(event: MouseEvent, { deeds }: StakeholderMapState, canEdit: boolean): void {
  if (!canEdit || !(event.target instanceof Element)) return;
  const title = event.target.closest("[data-renames=title]");
  const id = title?.closest<HTMLElement>(".react-flow__node")?.dataset.id;
  if (id === undefined) return;
  event.stopPropagation();
  deeds.rename({ id, field: "title", typed: null });
}

/** What keys and hands do on this canvas. */
function canvasDeeds({ deeds, lineDeeds, shown }: StakeholderMapState, { onOpen }: DrawingProps) {
  return {
    onOpen: (id: string) => onOpen(id),
    onAdd: deeds.addAlone,
    onRename: (id: string, typed: string | null) => deeds.rename({ id, field: "name", typed }),
    onRemove: deeds.remove,
    onDrop: deeds.drop,
    onLink: lineDeeds.link,
    onBeginLink: (id: string) => lineDeeds.join({ how: "influences", id }),
    onShowLines: () => shown.showInfluence(!shown.showsInfluence),
    // What is chosen may also be a step of a way, or a line to a boss, which no key removes.
    onRemoveLine: (id: string) => isOfPlan(id) && lineDeeds.removeLine(id),
  };
}

function isOfPlan(line: string): boolean {
  return !/^(way|boss-of)-/u.test(line);
}
