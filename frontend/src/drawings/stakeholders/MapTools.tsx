import { MapBar } from "./MapBar";
import { usePersonWords } from "./usePersonWords";
import type { StakeholderMapState } from "./useStakeholderMap";

/** The bar above the map, told what of the map it works on. */
export function MapTools({ map, canEdit }: { map: StakeholderMapState; canEdit: boolean }) {
  const { chosen, shown, collapsed, layout, deeds, lineDeeds } = map;
  const { nameOf } = usePersonWords();
  return (
    <MapBar
      chosen={chosen && { id: chosen.id, name: nameOf(chosen) }}
      canEdit={canEdit}
      showsLines={shown.showsInfluence}
      onShowLines={shown.showInfluence}
      folding={layout.below.size > 0 ? { isFolded: collapsed.ids.size > 0, onFold: map.fold } : null}
      onAddReport={deeds.addReport}
      onAddPeer={deeds.addPeer}
      onInfluence={(id) => lineDeeds.join({ how: "influences", id })}
      onAskWays={map.askWays}
    />
  );
}
