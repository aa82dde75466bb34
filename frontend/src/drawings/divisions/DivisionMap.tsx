import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Canvas } from "../canvas";
import type { DrawingProps } from "../drawing";
import { FarMark } from "../tree/FarMark";
import { TreeBackdrop } from "../tree/TreeBackdrop";
import { TreeNotices } from "../tree/TreeNotices";
import tree from "../tree/tree.module.css";
import { READABLE } from "../tree/treeLayout";
import { useTreeKeys } from "../tree/useTreeKeys";
import { DivisionBar } from "./DivisionBar";
import { DivisionNode } from "./DivisionNode";
import styles from "./divisions.module.css";
import { TreeContext } from "./treeContext";
import { type DivisionMapState, useDivisionMap, useTreeState } from "./useDivisionMap";
import { useDivisionWords } from "./useDivisionWords";

const NODES = { division: DivisionNode };
const EDGES = {};

/** How the customer is built: every division below the one it is part of, with what we earn there. */
export default function DivisionMap(props: DrawingProps) {
  const { t } = useTranslation("divisionMap");
  const map = useDivisionMap(props);
  return (
    <section className={tree.frame} aria-label={t("name", { label: props.label })}>
      <Notices map={map} />
      <DivisionBar map={map} canEdit={props.canEdit} />
      <Stage map={map} drawing={props} />
    </section>
  );
}

function Stage({ map, drawing }: { map: DivisionMapState; drawing: DrawingProps }) {
  const { t } = useTranslation("divisionMap");
  const stage = useRef<HTMLDivElement>(null);
  const { deeds, collapsed, layout } = map;
  const state = useTreeState(map);
  const letters: Record<string, (id: string) => void> = drawing.canEdit
    ? { n: deeds.addBelow, p: deeds.addBeside }
    : {};
  const onKeyDown = useTreeKeys({ layout, go: map.go, toggle: collapsed.toggle, letters });
  return (
    <div className={tree.desk}>
      <div ref={stage} className={`${tree.stage} ${styles.stage}`} onKeyDownCapture={onKeyDown}>
        <TreeContext value={state}>
          <Canvas
            label={t("name", { label: drawing.label })}
            section="divisions"
            roleWords={t("card.role")}
            pieces={map.pieces}
            lines={[]}
            nodeTypes={NODES}
            edgeTypes={EDGES}
            selection={map.selection}
            select={map.select}
            canEdit={drawing.canEdit}
            frame={layout.frame}
            readable={READABLE}
            ref={map.view}
            onOpen={(id) => drawing.onOpen(id)}
            onAdd={deeds.addAlone}
            onRename={deeds.rename}
            onRemove={deeds.remove}
            onDrop={deeds.drop}
          >
            <TreeBackdrop
              section="divisions"
              layout={layout}
              bands={{ alone: t("band.alone"), beside: "" }}
            />
            <FarMark stage={stage} />
          </Canvas>
        </TreeContext>
        <p className={tree.spoken}>{t(drawing.canEdit ? "hint" : "hintReading")}</p>
      </div>
    </div>
  );
}

/** Divisions that are part of each other in a round, and why the last drag did nothing. */
function Notices({ map: { divisions, forest, deeds, go } }: { map: DivisionMapState }) {
  const { t } = useTranslation("divisionMap");
  const { nameOf } = useDivisionWords();
  const name = (id: string) => nameOf(divisions.find((division) => division.id === id) ?? { name: "" });
  const findings = forest.rounds.map((round) => {
    const top = round[0] ?? "";
    const names = [...round, top].map(name).join(" → ");
    const words = round.length === 1 ? t("round.self", { name: name(top) }) : t("round.several", { names });
    return { words, at: top };
  });
  const words = { go: t("go"), dismiss: t("refused.dismiss") };
  return (
    <TreeNotices
      findings={findings}
      refusal={deeds.refusal}
      words={words}
      onGo={go}
      onDismiss={deeds.dismissRefusal}
    />
  );
}
