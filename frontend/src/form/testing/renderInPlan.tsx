import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import {
  createLocalSession,
  type LocalSessionOptions,
  PlanSessionContext,
  type PlanValues,
} from "../../collab";
import { plan as generated } from "../../schema/plan.generated";
import { theme } from "../../ui/theme";
import { type PlanDescription, PlanDescriptionContext } from "../description";

interface PlanInTest extends Omit<LocalSessionOptions, "shape"> {
  values?: PlanValues;
  description?: PlanDescription;
}

/** Show something inside a plan that nobody else is at, with everything but the connection real. */
export function renderInPlan(shown: ReactNode, options: PlanInTest = {}) {
  const { values, description = generated, ...rest } = options;
  const session = createLocalSession(values, { ...rest, shape: description });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MantineProvider theme={theme} env="test">
      <PlanDescriptionContext value={description}>
        <PlanSessionContext value={session}>{children}</PlanSessionContext>
      </PlanDescriptionContext>
    </MantineProvider>
  );
  return { session, user: userEvent.setup(), ...render(shown, { wrapper }) };
}

/** What a field holds now. */
export function held(
  session: ReturnType<typeof createLocalSession>,
  section: string,
  id: string | null,
  field: string,
) {
  const row = id === null ? session.rows.facts(section) : session.rows.row(section, id);
  return row?.values[field] ?? null;
}
