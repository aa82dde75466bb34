import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createInstance, type ResourceKey } from "i18next";
import type { ReactNode } from "react";
import { I18nextProvider, initReactI18next } from "react-i18next";
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

const catalogues = import.meta.glob<ResourceKey>("../../locales/en/*.json", {
  eager: true,
  import: "default",
});

/** Every catalogue by its namespace, which is the first part of the file's name. */
const english = Object.fromEntries(
  Object.entries(catalogues).map(([path, words]) => [path.split("/").at(-1)?.split(".")[0] ?? "", words]),
);

/** The English words, as pages have them. */
export function englishWords() {
  const words = createInstance();
  words.use(initReactI18next).init({
    lng: "en",
    resources: { en: english },
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return words;
}

/** Show something inside a plan that nobody else is at, with everything but the connection real. */
export function renderInPlan(shown: ReactNode, options: PlanInTest = {}) {
  const { values, description = generated, ...rest } = options;
  const session = createLocalSession(values, { ...rest, shape: description });
  const words = englishWords();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MantineProvider theme={theme} env="test">
      <I18nextProvider i18n={words}>
        <PlanDescriptionContext value={description}>
          <PlanSessionContext value={session}>{children}</PlanSessionContext>
        </PlanDescriptionContext>
      </I18nextProvider>
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
