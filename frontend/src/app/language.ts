import i18next, { type BackendModule, type ResourceKey } from "i18next";
import { initReactI18next } from "react-i18next";

const catalogues = import.meta.glob<ResourceKey>("../locales/*/*.json", { import: "default" });

/** Languages there is a catalogue for. */
export const LANGUAGES = [...new Set(Object.keys(catalogues).map(languageOfPath))];

function languageOfPath(path: string): string {
  return path.split("/").at(-2) ?? "en";
}

/** Loads one namespace of one language when something asks for it, each a chunk of its own. */
const oneByOne: BackendModule = {
  type: "backend",
  init() {},
  read(language, namespace, done) {
    const folder = `../locales/${language}/${namespace}`;
    // What the plan's declaration says of its fields is generated; the file's name says so.
    const load = catalogues[`${folder}.json`] ?? catalogues[`${folder}.generated.json`];
    if (!load) return done(null, {});
    load().then(
      (catalogue) => done(null, catalogue),
      (problem: Error) => done(problem, null),
    );
  },
};

/** The first language of the reader's that there is a catalogue for; English otherwise. */
export function languageFor(preferred: readonly string[], available: readonly string[]): string {
  const spoken = preferred.map((locale) => locale.toLowerCase().split("-")[0] ?? "");
  return spoken.find((language) => available.includes(language)) ?? "en";
}

/** Starts translation and waits for the words of the first page. */
export async function startLanguage(): Promise<void> {
  i18next.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(oneByOne)
    .use(initReactI18next)
    .init({
      lng: languageFor(navigator.languages ?? [], LANGUAGES),
      supportedLngs: LANGUAGES,
      fallbackLng: "en",
      ns: ["shell", "pages"],
      defaultNS: "shell",
      // React escapes what it shows.
      interpolation: { escapeValue: false },
    });
}
