import { expect, test } from "vitest";
import cases from "../../../tests/planning/analyses/completeness_cases.json";
import type { PlanShape } from "./shape";
import { createLocalSession, type PlanValues } from "./testing/localSession";

/** The cases that `planning.analyses.health` is held to as well: both sides show the same figure. */
const ofRecord = ["order", "removed"].map((key) => ({ key, kind: key, label: key, system: true }));

const SHAPE: PlanShape = {
  tools: [
    {
      key: "profile",
      sections: cases.sections.map(({ fields, ...section }) => ({
        ...section,
        label: section.key,
        limit: 100,
        fields: [
          ...Object.entries(fields).map(([key, field]) => ({ key, label: key, system: false, ...field })),
          ...(section.many ? ofRecord : []),
        ],
      })),
    },
  ],
};

test.each(cases.cases)("$name", ({ values, share }) => {
  const session = createLocalSession(values as PlanValues, { shape: SHAPE });
  expect(session.completeness.store.get().profile).toBe(share);
});
