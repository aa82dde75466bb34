import { LinePanel } from "./LinePanel";
import { usePersonWords } from "./usePersonWords";
import type { StakeholderMapState } from "./useStakeholderMap";
import { WaysPanel } from "./ways/WaysPanel";

/** Beside the map: the ways to whom was asked about, or else the line that is chosen. */
export function MapSide({ map, canEdit }: { map: StakeholderMapState; canEdit: boolean }) {
  const { asked, lineDeeds, selection, people } = map;
  const { nameOf } = usePersonWords();
  const goal = people.find(({ id }) => id === asked.id);
  if (goal !== undefined) {
    return (
      <WaysPanel
        name={nameOf(goal)}
        ways={asked.ways}
        problem={asked.problem}
        onAskAgain={asked.askAgain}
        onInfluence={canEdit ? () => lineDeeds.join({ how: "influencedBy", id: goal.id }) : undefined}
        onCover={canEdit ? () => lineDeeds.join({ how: "coveredBy", id: goal.id }) : undefined}
        onClose={map.stopAsking}
      />
    );
  }
  if (selection.line === null) return null;
  const line = selection.line;
  return (
    <LinePanel
      id={line}
      canEdit={canEdit}
      onClose={map.forget}
      onRemove={() => {
        lineDeeds.removeLine(line);
        map.forget();
      }}
    />
  );
}
