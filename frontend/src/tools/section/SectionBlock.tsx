import { useId } from "react";
import type { Target } from "../../collab";
import {
  AudienceMark,
  FactsForm,
  formatTarget,
  PlaceSlot,
  type SectionDescription,
  useLabels,
} from "../../form";
import { Collection } from "./Collection";
import styles from "./section.module.css";

export interface SectionBlockProps {
  section: SectionDescription;
  isHeaded: boolean;
  open: Target | null;
  onOpen(target: Target | null): void;
}

/** A section of a tool: one record as a form, many as a table. */
export function SectionBlock({ section, isHeaded, open, onOpen }: SectionBlockProps) {
  const labels = useLabels();
  const id = useId();
  const place = { section: section.key, id: null, field: null };
  const name = labels.section(section, "label");
  const own = open?.section === section.key ? open : null;
  return (
    <section
      className={styles.section}
      data-target={formatTarget(place)}
      {...(isHeaded ? { "aria-labelledby": id } : { "aria-label": name })}
    >
      {isHeaded && (
        <header className={styles.head}>
          <h2 id={id}>{name}</h2>
          <AudienceMark audience={section.audience} />
          <PlaceSlot target={place} />
          <p>{labels.section(section, "help")}</p>
        </header>
      )}
      {section.many ? (
        <Collection section={section} open={own} onOpen={onOpen} />
      ) : (
        <div className={styles.facts}>
          <FactsForm section={section.key} startAt={own?.field ?? null} />
        </div>
      )}
    </section>
  );
}
