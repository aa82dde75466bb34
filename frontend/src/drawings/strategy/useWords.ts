import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useRows } from "../../collab";
import { fieldIn, type SectionDescription, useLabels } from "../../form";
import { LINK_KINDS, type Link, type LinkKind, type NodeKind, nodeKindOf } from "./kinds";

/** The words of the map in the reader's language. */
export interface StrategyWords {
  title(row: Row | undefined): string;
  kind(kind: NodeKind | null): string;
  linkKind(kind: LinkKind | null): string;
  /** Names of who cares about a node, the one who cares most first. */
  cares(row: Row): string[];
  /** "Goal: Cut waiting times, importance 5, confirmed, supports Save money" */
  spoken(row: Row, links: readonly Link[], rowOf: (id: string) => Row | undefined): string;
  /** "Letters are late hinders Notes done in time" */
  link(link: Link, rowOf: (id: string) => Row | undefined): string;
}

export function useStrategyWords(section: SectionDescription): StrategyWords {
  const { t, i18n } = useTranslation(["strategyMap", "plan"]);
  const labels = useLabels();
  const people = useRows("stakeholders");
  return useMemo(() => {
    const field = fieldIn(section, "kind");
    const kind = (one: NodeKind | null) =>
      one === null || field === null ? t("node.noKind") : labels.choice(section.key, field, one);
    return wordsIn(i18n.language, t, kind, people);
  }, [t, i18n.language, labels, people, section]);
}

function wordsIn(
  language: string,
  t: TFunction<["strategyMap", "plan"]>,
  kind: StrategyWords["kind"],
  people: readonly Row[],
): StrategyWords {
  const names = new Map(people.map((row) => [row.id, textIn(row.values.name)]));
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const title = (row: Row | undefined) => textIn(row?.values.title) || t("node.unnamed");
  const linkKind = (one: LinkKind | null) =>
    one === null ? t("link.noKind") : t(`section.strategy_links.fields.kind.choices.${one}`, { ns: "plan" });
  const cares = ({ values }: Row) => listIn(values.cares).flatMap((id) => names.get(id) || []);
  return {
    title,
    kind,
    linkKind,
    cares,
    spoken: (row, links, rowOf) => {
      const { importance, evidence, shared } = row.values;
      const own = links.filter(({ from }) => from === row.id);
      const acts = [...LINK_KINDS, null].map((one) => {
        const names = own.filter((link) => link.kind === one).map((link) => title(rowOf(link.to)));
        return names.length === 0 ? "" : t(`spoken.${one ?? "linked"}`, { names: list.format(names) });
      });
      return [
        t("spoken.node", { kind: kind(nodeKindOf(row)), title: title(row) }),
        typeof importance === "number" ? t("spoken.importance", { value: importance }) : "",
        evidence === "assumed" || evidence === "confirmed" ? t(`evidence.${evidence}`) : "",
        cares(row).length > 0 ? t("spoken.cares", { names: list.format(cares(row)) }) : "",
        shared === true ? t("node.shared") : "",
        ...acts,
      ]
        .filter((part) => part !== "")
        .join(", ");
    },
    link: (link, rowOf) =>
      t("link.spoken", {
        from: title(rowOf(link.from)),
        kind: linkKind(link.kind).toLocaleLowerCase(language),
        to: title(rowOf(link.to)),
      }),
  };
}

function textIn(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function listIn(value: unknown): string[] {
  return Array.isArray(value) ? value : [];
}
