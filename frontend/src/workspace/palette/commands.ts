import type { TFunction } from "i18next";
import type { Right } from "../../api";
import type { Dialog } from "../frame/workspaceContext";
import { PAGES, type SectionDescription } from "../places/targets";
import type { FoundRecord } from "../places/titles";
import { bestFits } from "./matching";

export type GroupName = "tools" | "deeds" | "records" | "add";

/** One thing that can be chosen in the palette. */
export interface Command {
  id: string;
  group: GroupName;
  label: string;
  /** Where it belongs, when the label alone could be mistaken. */
  detail: string;
  run(): void;
}

/** What commands act through. */
export interface Reach {
  can(right: Right): boolean;
  canEdit: boolean;
  canUndo: boolean;
  canRedo: boolean;
  isDark: boolean;
  goToTool(toolKey: string): void;
  goToRecord(found: FoundRecord): void;
  addTo(section: SectionDescription): void;
  show(dialog: Dialog): void;
  openFindings(): void;
  openComments(): void;
  openHistory(): void;
  undo(): void;
  redo(): void;
  setDark(dark: boolean): void;
}

type Words = TFunction<"workspace">;

export function toolCommands(reach: Reach, t: Words): Command[] {
  const go = (key: string, label: string): Command => ({
    id: `tool ${key}`,
    group: "tools",
    label,
    detail: "",
    run: () => reach.goToTool(key),
  });
  return [
    go("glance", t("nav.glance")),
    ...PAGES.map(({ key }) => go(key, t(`tool.${key}.label`, { ns: "plan" }))),
    go("bin", t("nav.bin")),
  ];
}

export function deedCommands(reach: Reach, t: Words): Command[] {
  const deeds: [string, boolean, () => void][] = [
    ["undo", reach.canEdit && reach.canUndo, reach.undo],
    ["redo", reach.canEdit && reach.canRedo, reach.redo],
    ["findings", true, reach.openFindings],
    ["comments", true, reach.openComments],
    ["history", true, reach.openHistory],
    ["share", reach.can("manage"), () => reach.show("share")],
    ["export", reach.can("export"), () => reach.show("export")],
    ["settings", reach.can("manage"), () => reach.show("settings")],
    ["dark", !reach.isDark, () => reach.setDark(true)],
    ["light", reach.isDark, () => reach.setDark(false)],
    ["shortcuts", true, () => reach.show("shortcuts")],
  ];
  return deeds
    .filter(([, isPossible]) => isPossible)
    .map(([name, , run]) => ({
      id: name,
      group: "deeds",
      label: t(`palette.deeds.${name}`),
      detail: "",
      run,
    }));
}

export function addCommands(reach: Reach, t: Words): Command[] {
  if (!reach.canEdit) return [];
  return PAGES.flatMap((tool) =>
    tool.sections
      .filter((section) => section.many)
      .map((section) => ({
        id: `add ${section.key}`,
        group: "add" as const,
        label: t("palette.add", { one: t(`section.${section.key}.one`, { ns: "plan" }) }),
        detail: t(`tool.${tool.key}.label`, { ns: "plan" }),
        run: () => reach.addTo(section),
      })),
  );
}

export function recordCommands(records: readonly FoundRecord[], reach: Reach, t: Words): Command[] {
  return records.map((found) => ({
    id: `record ${found.section.key}/${found.id}`,
    group: "records",
    label: found.title,
    detail: t(`section.${found.section.key}.label`, { ns: "plan" }),
    run: () => reach.goToRecord(found),
  }));
}

const MOST_IN_GROUP = 8;
const ORDER: readonly GroupName[] = ["tools", "deeds", "records", "add"];

/** What the palette shows for what was typed: nothing typed shows the tools and deeds, not the whole plan. */
export function shownCommands(typed: string, commands: readonly Command[]): Command[] {
  const isEmpty = typed.trim() === "";
  return ORDER.flatMap((group) => {
    const inGroup = commands.filter((command) => command.group === group);
    if (isEmpty) return group === "tools" || group === "deeds" ? inGroup : [];
    return bestFits(typed, inGroup, (command) => `${command.label} ${command.detail}`, MOST_IN_GROUP);
  });
}
