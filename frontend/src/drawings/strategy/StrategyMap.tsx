import { useMediaQuery } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { Panel } from "@xyflow/react";
import { useMemo, useRef, useState } from "react";
import { useEdits, usePlanSession, useRows } from "../../collab";
import { formatTarget, useLabels } from "../../form";
import { AT_ONCE, PHONE } from "../../tools/phone";
import {
  Canvas,
  type CanvasView,
  centreOf,
  Floating,
  lineSelected,
  NOTHING,
  onlyPiece,
  useSelection,
} from "../canvas";
import type { DrawingProps } from "../drawing";
import { chainOf, linksIn, nodeKindOf } from "./kinds";
import { LaneBands, LaneNames } from "./LaneBands";
import { LinkMenu } from "./LinkMenu";
import { NODE } from "./lanes";
import { MapBar } from "./MapBar";
import { MapFinder } from "./MapFinder";
import { MapNotice } from "./MapNotice";
import { ServingPanel } from "./ServingPanel";
import { StrategyEdge } from "./StrategyEdge";
import styles from "./StrategyMap.module.css";
import { StrategyNode } from "./StrategyNode";
import { type Finding, LINKS, type MapDeeds, type MapState, NODES, useMapDeeds } from "./useDeeds";
import { useLayout } from "./useLayout";
import { type Renaming, useLines, usePieces } from "./usePieces";
import { useStrategyWords } from "./useWords";

const NODE_TYPES = { strategy: StrategyNode };
const EDGE_TYPES = { strategy: StrategyEdge };

/** What the customer wants, what stands in the way and who cares, in the lanes of the four perspectives. */
export default function StrategyMap(props: DrawingProps) {
  const { rows, canEdit } = props;
  const isPhone = useMediaQuery(PHONE, false, AT_ONCE) ?? false;
  const [finding, find] = useState<Finding | null>(null);
  const map = useMapState(props, find);
  const deeds = useMapDeeds(map);
  return (
    <div className={styles.map}>
      <MapBar
        words={map.words}
        canEdit={canEdit && !isPhone}
        hasNodes={rows.length > 0}
        onAdd={deeds.addKind}
        onTidy={deeds.tidy}
      />
      <div className={styles.window}>
        <MapNotice notice={deeds.notice} onTakeBack={deeds.takeBack} />
        <MapCanvas {...{ props, map, deeds, finding }} />
        <Serving map={map} canEdit={canEdit} />
      </div>
    </div>
  );
}

interface MapCanvasProps {
  props: DrawingProps;
  map: MapState;
  deeds: MapDeeds;
  finding: Finding | null;
}

/** The map itself; what is linked with the node that is chosen lights up. */
function MapCanvas({ props, map, deeds, finding }: MapCanvasProps) {
  const { section, label, rows, canEdit } = props;
  const { layout, links, selection, select, words, rowOf, renaming } = map;
  const labels = useLabels();
  const chosen = onlyPiece(selection);
  const chain = useMemo(() => (chosen === null ? null : chainOf(chosen, links)), [chosen, links]);
  const shown = { section, rows, links, chain, words, rowOf, renaming };
  const pieces = usePieces({ ...shown, spots: layout.spots, onRenamed: useLatest(deeds.onRenamed) });
  return (
    <Canvas
      {...deeds}
      {...{ label, canEdit, selection, select, pieces }}
      ref={map.view}
      section={NODES}
      lines={useLines(links, chain)}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      roleWords={labels.section(section, "one")}
      frame={layout.frame}
    >
      <LaneBands lanes={layout.lanes} frame={layout.frame} />
      <LaneNames lanes={layout.lanes} section={section} />
      <ChosenLink map={map} deeds={deeds} canEdit={canEdit} />
      <Panel position="top-center">
        {finding && (
          <MapFinder
            {...{ finding, map, deeds, rows }}
            key={finding.what}
            onSelectLine={(id) => select(lineSelected(id))}
          />
        )}
      </Panel>
    </Canvas>
  );
}

function useMapState({ section, all, onOpen }: DrawingProps, find: MapState["find"]) {
  const linkRows = useRows(LINKS);
  const byId = useMemo(() => new Map(all.map((row) => [row.id, row])), [all]);
  const links = useMemo(
    () => linksIn(linkRows).filter(({ from, to }) => byId.has(from) && byId.has(to)),
    [linkRows, byId],
  );
  const [renaming, rename] = useState<Renaming | null>(null);
  return {
    ...{ all, links, find, renaming, rename, onOpen },
    ...useSelection(),
    layout: useLayout(all, links),
    words: useStrategyWords(section),
    rowOf: useMemo(() => (id: string) => byId.get(id), [byId]),
    view: useRef<CanvasView>(null),
  };
}

/** The same function for as long as the drawing stands, so that what is given it is not drawn again. */
function useLatest<Arguments extends unknown[]>(work: (...said: Arguments) => void) {
  const latest = useRef(work);
  latest.current = work;
  return useMemo(
    () =>
      (...said: Arguments) =>
        latest.current(...said),
    [],
  );
}

interface PartProps {
  map: MapState;
  canEdit: boolean;
}

/** The menu of the link that is chosen, in its middle. */
function ChosenLink({ map, deeds, canEdit }: PartProps & { deeds: MapDeeds }) {
  const { links, selection, select, layout, words, rowOf, view } = map;
  const link = links.find(({ id }) => id === selection.line);
  const [from, to] = [layout.spots.get(link?.from ?? ""), layout.spots.get(link?.to ?? "")];
  if (!link || !from || !to) return null;
  const [a, b] = [centreOf({ ...from, ...NODE }), centreOf({ ...to, ...NODE })];
  return (
    <Floating at={{ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }}>
      <LinkMenu
        link={link}
        spoken={words.link(link, rowOf)}
        words={words}
        canEdit={canEdit}
        onRemove={(id) => deeds.onRemoveLine?.(id)}
        onClose={() => {
          select(NOTHING);
          view.current?.focus(link.from);
        }}
      />
    </Floating>
  );
}

/** What we do about the goal that is chosen. */
function Serving({ map, canEdit }: PartProps) {
  const { planId } = usePlanSession();
  const edits = useEdits();
  const navigate = useNavigate();
  const row = map.rowOf(onlyPiece(map.selection) ?? "");
  if (!row || nodeKindOf(row) !== "goal" || map.renaming !== null) return null;
  const addObjective = () => {
    const id = edits.add("objectives", { goals: [row.id] });
    const hash = formatTarget({ section: "objectives", id, field: "title" });
    if (id !== null) {
      void navigate({ to: "/plans/$planId/$toolKey", params: { planId, toolKey: "objectives" }, hash });
    }
  };
  return (
    <ServingPanel
      goal={row}
      title={map.words.title(row)}
      canAdd={canEdit}
      onAdd={addObjective}
      onClose={() => {
        map.select(NOTHING);
        map.view.current?.focus(row.id);
      }}
    />
  );
}
