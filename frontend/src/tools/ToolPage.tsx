import { useContext, useState } from "react";
import type { Target } from "../collab";
import { PlanDescriptionContext, ReaderProvider, useLabels } from "../form";
import { SectionBlock } from "./section/SectionBlock";
import styles from "./ToolPage.module.css";

export interface ToolPageProps {
  toolKey: string;
  /** The record that is open beside its table; give `onOpen` too to keep it in the address. */
  open?: Target | null;
  onOpen?(target: Target | null): void;
}

/** A tool of the plan: each of its sections as a form or a table. */
export default function ToolPage({ toolKey, open, onOpen }: ToolPageProps) {
  const labels = useLabels();
  const [own, setOwn] = useState<Target | null>(null);
  const tool = useContext(PlanDescriptionContext).tools.find(({ key }) => key === toolKey);
  if (!tool) throw new Error(`The plan has no tool "${toolKey}".`);
  const name = labels.tool(tool, "label");
  return (
    <ReaderProvider>
      <div className={styles.page}>
        <h1>{name}</h1>
        <p className={styles.help}>{labels.tool(tool, "help")}</p>
        {tool.sections.map((section, at) => (
          <SectionBlock
            key={section.key}
            section={section}
            // The page's heading speaks for a first section of the same name.
            isHeaded={at > 0 || labels.section(section, "label") !== name}
            open={onOpen ? (open ?? null) : own}
            onOpen={onOpen ?? setOwn}
          />
        ))}
      </div>
    </ReaderProvider>
  );
}
