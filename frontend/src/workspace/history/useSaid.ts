import { useCallback } from "react";
import type { Change } from "../../api";
import type { Value } from "../../collab";
import { type FieldDescription, fieldIn, useFormatValue, useLabels, useLookup } from "../../form";
import { parseTarget } from "../places/targets";

/** What a change says of a field, in the reader's words and formats. */
export interface Said {
  /** The field's label, or "" when the change is about a record as a whole. */
  field: string;
  before: string;
  after: string;
  /** Too much for a sentence: what was said and what is said now stand by themselves. */
  isText: boolean;
}

const WRITTEN: ReadonlySet<FieldDescription["kind"]> = new Set(["long_text", "rich_text"]);

/** More signs than this are not read within a sentence. */
const LONGEST_IN_SENTENCE = 60;

/** Returns a function that says the values of a change as the pages say them elsewhere. */
export function useSaid(): (change: Change, currency?: Value) => Said {
  const lookup = useLookup();
  const labels = useLabels();
  const format = useFormatValue();
  return useCallback(
    ({ where, values, before, after }, currency = null) => {
      const { section, field } = parseTarget(where);
      const described = lookup.sections.get(section);
      const declared = described && field ? fieldIn(described, field) : null;
      // A plan that is newer than these pages says what it can in English.
      if (!declared) return { ...asSent(values), isText: false };
      const say = (value: unknown) => format(section, declared, (value ?? null) as Value, currency);
      const [then, now] = [say(before), say(after)];
      const isLong = Math.max(then.length, now.length) > LONGEST_IN_SENTENCE;
      return {
        field: labels.field(section, declared, "label"),
        before: then,
        after: now,
        isText: isLong || WRITTEN.has(declared.kind),
      };
    },
    [lookup, labels, format],
  );
}

function asSent({ field, before, after }: Change["values"]): Omit<Said, "isText"> {
  return { field: text(field), before: text(before), after: text(after) };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
