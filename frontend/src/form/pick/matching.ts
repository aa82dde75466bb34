/** What somebody can pick, and how it is found. */

export interface Pickable {
  value: string;
  label: string;
  /** A second line that tells two of one name apart. */
  detail?: string;
}

/** More than anybody reads in a list; further letters find the rest. */
const MOST = 100;

/** Return the options whose words hold what is searched; those that begin with it come first. */
export function pickablesFor(options: readonly Pickable[], search: string): Pickable[] {
  const wanted = plain(search.trim());
  if (wanted === "") return options.slice(0, MOST);
  const found = options.filter((option) => plain(`${option.label} ${option.detail ?? ""}`).includes(wanted));
  const begins = found.filter((option) => plain(option.label).startsWith(wanted));
  return [...begins, ...found.filter((option) => !begins.includes(option))].slice(0, MOST);
}

/** Letters without case and accents: "Zürich" is found by "zur". */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
