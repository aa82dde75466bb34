import { type KeyboardEvent, type RefObject, type SyntheticEvent, useId, useState } from "react";
import { MentionPicker } from "./MentionPicker";
import { completeMention, type Mentionable, mentionAt, type OpenMention } from "./mentions";
import { useMentionable } from "./useDiscussion";

const MOST_SUGGESTED = 6;

/** The names offered after an @, and the keys that choose among them. */
export function useMention(
  text: string,
  setText: (text: string) => void,
  field: RefObject<HTMLTextAreaElement | null>,
) {
  const listId = useId();
  const offer = useOffer();
  const isOffering = offer.names.length > 0;

  function choose(person: Mentionable) {
    if (!offer.open) return;
    const caret = field.current?.selectionStart ?? text.length;
    const done = completeMention(text, caret, offer.open, person.name);
    setText(done.text);
    offer.close();
    requestAnimationFrame(() => field.current?.setSelectionRange(done.caret, done.caret));
  }

  return {
    isOffering,
    follow: offer.follow,
    onKeyDown: (event: KeyboardEvent) => takeKey(event, offer, choose),
    fieldProps: {
      onSelect: (event: SyntheticEvent<HTMLTextAreaElement>) => offer.follow(event.currentTarget),
      onBlur: offer.close,
      "aria-autocomplete": "list" as const,
      "aria-controls": isOffering ? listId : undefined,
      "aria-activedescendant": isOffering ? `${listId}-${offer.active}` : undefined,
    },
    picker: isOffering && (
      <MentionPicker id={listId} people={offer.names} active={offer.active} onChoose={choose} />
    ),
  };
}

/** The mention that is being typed, the people it could mean, and which of them is active. */
function useOffer() {
  const people = useMentionable();
  const [open, setOpen] = useState<OpenMention | null>(null);
  const [at, setAt] = useState(0);
  const names = open ? namesFor(open.typed, people) : [];
  const active = Math.min(at, names.length - 1);
  return {
    open,
    names,
    active,
    step: (by: number) => setAt((active + by + names.length) % names.length),
    close: () => setOpen(null),
    follow: (field: HTMLTextAreaElement) => {
      setOpen(mentionAt(field.value, field.selectionStart));
      setAt(0);
    },
  };
}

/** Whether the list of names took the key; then it means nothing else. */
function takeKey(
  event: KeyboardEvent,
  offer: ReturnType<typeof useOffer>,
  choose: (person: Mentionable) => void,
): boolean {
  const person = offer.names[offer.active];
  const isSending = event.key === "Enter" && (event.ctrlKey || event.metaKey);
  if (!person || isSending || event.nativeEvent.isComposing) return false;
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by) offer.step(by);
  else if (event.key === "Escape") offer.close();
  else if (event.key === "Enter" || event.key === "Tab") choose(person);
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

function namesFor(typed: string, people: readonly Mentionable[]): Mentionable[] {
  const begun = typed.toLocaleLowerCase();
  const fits = people.filter(({ name, department }) =>
    [...name.split(" "), name, department].some((word) => word.toLocaleLowerCase().startsWith(begun)),
  );
  // A finished name is no question any more.
  if (fits.some(({ name }) => typed.startsWith(`${name} `))) return [];
  return fits.slice(0, MOST_SUGGESTED);
}
