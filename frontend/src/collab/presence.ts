import { Awareness, removeAwarenessStates } from "y-protocols/awareness";
import type * as Y from "yjs";
import { colorOf } from "../ui/department";
import { keyOf, ORIGIN } from "./document";
import { Listeners } from "./store";
import type { Person, Target, You } from "./types";

/**
 * Presence of one document's client, kept until the server says that somebody left.
 *
 * The library has everybody repeat their state every 15 seconds and forgets those who do not. Here the
 * server removes whoever disconnects, and a tab in the background, whose timers the browser
 * slows down, is still present; so the clockwork is switched off.
 */
export function createAwareness(doc: Y.Doc): Awareness {
  const awareness = new Awareness(doc);
  clearInterval(awareness._checkInterval);
  return awareness;
}

/** Say again that we are here, after the server has told others that we had gone. */
export function announce(awareness: Awareness): void {
  const state = awareness.getLocalState() ?? { at: null };
  // Twice: the removal may have gone out under the next clock already, and then one step is not newer.
  awareness.setLocalState(state);
  awareness.setLocalState({ ...state });
}

/** Forget everybody else, while there is no connection to see them through. */
export function forgetOthers(awareness: Awareness): void {
  const others = [...awareness.getStates().keys()].filter((client) => client !== awareness.clientID);
  removeAwarenessStates(awareness, others, ORIGIN.server);
  // With their clocks, or the same state would be taken for an old one when it is told again.
  for (const client of others) awareness.meta.delete(client);
}

const PEOPLE = "//people";

/** Who is here and where they are, one entry a participant however many windows they have open. */
export class PeopleIndex {
  #awareness: Awareness;
  #you: You | null = null;
  #people: Person[] = [];
  #othersAt = new Map<string, Person[]>();
  readonly #listeners = new Listeners();

  constructor(awareness: Awareness) {
    this.#awareness = awareness;
    awareness.on("change", this.#refresh);
  }

  people = (): Person[] => this.#people;

  /** Others at a place or within it. */
  othersAt(target: Target): Person[] {
    return this.#othersAt.get(keyOf(target)) ?? NOBODY;
  }

  onPeople = (listener: () => void) => this.#listeners.subscribe(PEOPLE, listener);
  onTarget = (target: Target, listener: () => void) => this.#listeners.subscribe(keyOf(target), listener);

  rebind(awareness: Awareness, you: You | null): void {
    this.#awareness.off("change", this.#refresh);
    this.#awareness = awareness;
    this.#you = you;
    awareness.on("change", this.#refresh);
    this.#refresh();
  }

  #refresh = (): void => {
    const people = this.#read();
    if (samePeople(people, this.#people)) return;
    this.#people = people;
    const before = this.#othersAt;
    this.#othersAt = byPlace(people.filter((person) => !person.you));
    const changed: string[] = [PEOPLE];
    for (const key of new Set([...before.keys(), ...this.#othersAt.keys()])) {
      const [old, now] = [before.get(key) ?? NOBODY, this.#othersAt.get(key) ?? NOBODY];
      if (!samePeople(old, now)) changed.push(key);
      else if (this.#othersAt.has(key)) this.#othersAt.set(key, old);
    }
    this.#listeners.notify(changed);
  };

  #read(): Person[] {
    const people = new Map<string, Person>();
    if (this.#you !== null) people.set(this.#you.participant, personOf(this.#you, true));
    for (const [client, state] of this.#awareness.getStates()) {
      const own = client === this.#awareness.clientID;
      const user = own ? this.#you : userIn(state);
      if (user === null) continue;
      const person =
        people.get(user.participant) ?? personOf(user, user.participant === this.#you?.participant);
      person.at ??= targetIn(state.at);
      people.set(user.participant, person);
    }
    return [...people.values()].sort((a, b) => Number(b.you) - Number(a.you) || a.name.localeCompare(b.name));
  }
}

const NOBODY: Person[] = [];

interface User {
  participant: string;
  name: string;
  department: string;
}

function personOf(user: User, you: boolean): Person {
  const { participant, name, department } = user;
  return { participant, name, department, color: colorOf(department), you, at: null };
}

/** The user whom the server wrote into a state, or null while it has not (D6). */
function userIn(state: Record<string, unknown>): User | null {
  const user: unknown = state.user;
  if (typeof user !== "object" || user === null || !("participant" in user)) return null;
  const { participant, name, department } = user as Partial<Record<keyof User, unknown>>;
  if (typeof participant !== "string" || typeof name !== "string") return null;
  return { participant, name, department: typeof department === "string" ? department : "" };
}

/** The place in somebody's state; others' bytes are not trusted to have the right shape. */
function targetIn(at: unknown): Target | null {
  if (typeof at !== "object" || at === null || !("section" in at) || typeof at.section !== "string")
    return null;
  const id = "id" in at && typeof at.id === "string" ? at.id : null;
  const field = "field" in at && typeof at.field === "string" ? at.field : null;
  return { section: at.section, id, field };
}

function byPlace(others: Person[]): Map<string, Person[]> {
  const places = new Map<string, Person[]>();
  for (const person of others) {
    if (person.at === null) continue;
    const { section, id, field } = person.at;
    const around = [
      { section, id: null, field: null },
      { section, id, field: null },
      { section, id, field },
    ];
    for (const key of new Set(around.map(keyOf))) places.set(key, [...(places.get(key) ?? []), person]);
  }
  return places;
}

function samePeople(a: Person[], b: Person[]): boolean {
  return a.length === b.length && a.every((person, i) => samePerson(person, b[i]));
}

function samePerson(a: Person, b: Person | undefined): boolean {
  if (b === undefined || a.participant !== b.participant || a.name !== b.name || a.you !== b.you)
    return false;
  if (a.department !== b.department || a.color !== b.color) return false;
  if (a.at === null || b.at === null) return a.at === b.at;
  return keyOf(a.at) === keyOf(b.at);
}
