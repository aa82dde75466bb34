import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "../../collab";
import type { Problem } from "../reading/limits";
import { AudienceMark } from "./AudienceMark";
import styles from "./FieldFrame.module.css";
import { PersonTag } from "./PersonTag";

/** The ids by which the parts of a framed field speak of each other. */
export interface FrameIds {
  input: string;
  label: string;
  describedBy: string | undefined;
}

interface FieldFrameProps {
  id: string;
  label: string;
  help: string;
  audience: string;
  others: readonly Person[];
  problem: Problem | null;
  /** What stands between the name and the audience: a link to the field's comments. */
  slot?: ReactNode;
  /** True for an input that a label element can point at. */
  isLabelable: boolean;
  children(ids: FrameIds): ReactNode;
}

/** A field with its name, what it is for, who may read it, who else is in it and what is wrong with it. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, help, others, problem, children } = props;
  const ids = { help: `${id}-help`, problem: `${id}-problem`, others: `${id}-others` };
  const spoken = [problem && ids.problem, help && ids.help, others.length > 0 && ids.others];
  const describedBy = spoken.filter(Boolean).join(" ") || undefined;
  const color = others[0]?.color;
  return (
    <div className={styles.frame}>
      <FieldHead {...props} othersId={ids.others} />
      <div
        className={styles.place}
        data-others={color ? true : undefined}
        style={color ? ({ "--person": color } as CSSProperties) : undefined}
      >
        {children({ input: id, label: labelId(id), describedBy })}
      </div>
      <ProblemText problem={problem} id={ids.problem} />
      {help && (
        <p className={styles.help} id={ids.help}>
          {help}
        </p>
      )}
    </div>
  );
}

/** The name of a field; beside it who is in it now or, when nobody is, who may ever read it. */
function FieldHead(props: FieldFrameProps & { othersId: string }) {
  const { id, label, slot, others, audience, isLabelable } = props;
  const isTaken = others.length > 0;
  return (
    <div className={styles.head}>
      {isLabelable ? (
        <label className={styles.label} id={labelId(id)} htmlFor={id}>
          {label}
        </label>
      ) : (
        <span className={styles.label} id={labelId(id)}>
          {label}
        </span>
      )}
      <span className={styles.marks}>
        {slot}
        {isTaken ? (
          <PersonTag people={others} id={props.othersId} isInline />
        ) : (
          <AudienceMark audience={audience} />
        )}
      </span>
    </div>
  );
}

function labelId(id: string): string {
  return `${id}-label`;
}

/** What is wrong, as a sentence; the region is always there so that screen readers hear it appear. */
export function ProblemText({ problem, id }: { problem: Problem | null; id: string }) {
  const { t } = useTranslation("form");
  return (
    <div aria-live="polite" className={styles.problem} id={id}>
      {problem && t(`problem.${problem.code}`, problem.about)}
    </div>
  );
}
