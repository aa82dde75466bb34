import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../collab";
import { type CanvasView, selectionOf } from "../canvas";
import { type Findable, Finder } from "./Finder";
import { type Link, nodeKindOf } from "./kinds";
import type { Layout } from "./lanes";
import type { Finding, MapDeeds, MapState } from "./useDeeds";
import type { StrategyWords } from "./useWords";

interface MapFinderProps {
  finding: Finding;
  map: MapState;
  deeds: MapDeeds;
  rows: readonly Row[];
  onSelectLine(id: string): void;
}

/** Chooses, by keyboard, what a node is linked to, or one of the links it has. */
export function MapFinder({ finding, map, deeds, rows, onSelectLine }: MapFinderProps) {
  const { t } = useTranslation("strategyMap");
  const { words, links, layout, rowOf, view, select } = map;
  const { from, what } = finding;
  const options = useMemo(
    () => (what === "partner" ? partners(from, rows, layout, words) : linksOf(from, links, words, rowOf)),
    [what, from, rows, layout, links, words, rowOf],
  );
  const title = words.title(rowOf(from));
  const close = () => {
    map.find(null);
    backTo(view.current, from);
  };
  return (
    <Finder
      label={t(what === "partner" ? "finder.partner" : "finder.links", { title })}
      options={options}
      nothing={t(what === "partner" ? "finder.nothing" : "finder.noLinks")}
      onPoint={(id) => {
        if (what === "link" || id === null) return;
        select(selectionOf(from, id));
        view.current?.show(id);
      }}
      onChoose={(id) => {
        if (what === "partner") return deeds.join(from, id);
        map.find(null);
        onSelectLine(id);
      }}
      onClose={close}
    />
  );
}

function backTo(view: CanvasView | null, id: string): void {
  view?.focus(id);
}

/** Every other node, the nearest first. */
function partners(from: string, rows: readonly Row[], { spots }: Layout, words: StrategyWords): Findable[] {
  const at = spots.get(from);
  const far = (id: string) => {
    const spot = spots.get(id);
    return at && spot ? Math.hypot(spot.x - at.x, spot.y - at.y) : Number.POSITIVE_INFINITY;
  };
  return rows
    .filter(({ id }) => id !== from)
    .sort((a, b) => far(a.id) - far(b.id))
    .map((row) => ({ id: row.id, name: words.title(row), detail: words.kind(nodeKindOf(row)) }));
}

function linksOf(
  id: string,
  links: readonly Link[],
  words: StrategyWords,
  rowOf: MapState["rowOf"],
): Findable[] {
  return links
    .filter(({ from, to }) => from === id || to === id)
    .map((link) => ({ id: link.id, name: words.link(link, rowOf), detail: words.linkKind(link.kind) }));
}
