import { useTranslation } from "react-i18next";
import { LINK_KINDS, NODE_KINDS, type NodeKind } from "./kinds";
import { LinkSign } from "./LinkSign";
import { NodeSign } from "./NodeSign";
import styles from "./StrategyMap.module.css";
import type { StrategyWords } from "./useWords";

interface MapBarProps {
  words: StrategyWords;
  canEdit: boolean;
  hasNodes: boolean;
  onAdd(kind: NodeKind): void;
  onTidy(): void;
}

/** The legend of the map, whose kinds of nodes are at once the buttons that add one. */
export function MapBar({ words, canEdit, hasNodes, onAdd, onTidy }: MapBarProps) {
  const { t } = useTranslation("strategyMap");
  return (
    <div className={styles.bar}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in. */}
      <div className={styles.palette} role="group" aria-label={t(canEdit ? "bar.add" : "bar.nodes")}>
        {NODE_KINDS.map((kind) =>
          canEdit ? (
            <button
              key={kind}
              type="button"
              data-kind={kind}
              title={t("bar.addOne", { kind: words.kind(kind) })}
              onClick={() => onAdd(kind)}
            >
              <NodeSign kind={kind} />
              {words.kind(kind)}
              <span aria-hidden="true">+</span>
            </button>
          ) : (
            <span key={kind} data-kind={kind}>
              <NodeSign kind={kind} />
              {words.kind(kind)}
            </span>
          ),
        )}
      </div>
      <ul className={styles.legend} aria-label={t("bar.links")}>
        {LINK_KINDS.map((kind) => (
          <li key={kind}>
            <LinkSign kind={kind} />
            {words.linkKind(kind)}
          </li>
        ))}
      </ul>
      {canEdit && hasNodes && (
        <button type="button" className={styles.tidy} onClick={onTidy}>
          {t("bar.tidy")}
        </button>
      )}
    </div>
  );
}
