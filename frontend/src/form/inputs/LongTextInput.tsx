import { Popover } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { useEdits, usePlanSession } from "../../collab";
import type { WordsField } from "../description";
import { lengthOf } from "../reading/limits";
import { undoStepOf } from "../text/undoStep";
import { useSharedTextArea } from "../text/useSharedTextArea";
import styles from "./control.module.css";
import type { InputProps } from "./inputProps";
import longText from "./LongText.module.css";

type LongTextProps = InputProps<WordsField>;

/** Plain text of several lines in which several people type at once. */
export function LongTextInput(props: LongTextProps) {
  // A rejected edit replaces the document (W6), and with it every text in it.
  usePlanSession();
  const { section, id, field } = props.place;
  const text = useEdits().sharedText(section, id, field);
  if (text === null) return null;
  return props.cell ? <TextOverCell {...props} text={text} /> : <SharedTextArea {...props} text={text} />;
}

/** Several lines have no room in a cell, and a table would cut them off; they lie over it. */
function TextOverCell(props: LongTextProps & { text: Y.Text }) {
  return (
    <Popover
      opened
      position="bottom-start"
      offset={-40}
      width={360}
      closeOnEscape={false}
      // It is the input of a cell, not a dialog.
      withRoles={false}
      classNames={{ dropdown: longText.over ?? "" }}
    >
      <Popover.Target>
        <div className={longText.anchor} />
      </Popover.Target>
      <Popover.Dropdown>
        <SharedTextArea {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

function SharedTextArea(props: LongTextProps & { text: Y.Text }) {
  const { field, value, cell, text } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const binding = useSharedTextArea(area, text);
  useOpening(area, cell);
  const onKeyDown = useTextKeys(cell !== undefined);
  return (
    <>
      <textarea
        ref={area}
        id={props.id}
        className={`${styles.control} ${longText.area}`}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        maxLength={field.most}
        rows={3}
        onKeyDown={onKeyDown}
        {...binding}
      />
      <Length length={typeof value === "string" ? lengthOf(value) : 0} most={field.most} />
    </>
  );
}

/** Says how much room is left, once there is little. */
function Length({ length, most }: { length: number; most: number }) {
  const { t } = useTranslation("form");
  if (length <= most * 0.9) return null;
  return <p className={longText.length}>{t("long_text.length", { length, most })}</p>;
}

function useTextKeys(isCell: boolean): (event: KeyboardEvent) => void {
  const edits = useEdits();
  return (event) => {
    if (event.nativeEvent.isComposing) return;
    const step = undoStepOf(event);
    if (step !== null) {
      event.preventDefault();
      event.stopPropagation();
      edits[step]();
    }
    // In a table Enter moves on; with Shift or Alt it is a new line, as in a spreadsheet.
    if (event.key === "Enter" && isCell && (event.shiftKey || event.altKey)) event.stopPropagation();
  };
}

/** In a cell the text takes the focus, and what was typed to open it stands at its end. */
function useOpening(area: RefObject<HTMLTextAreaElement | null>, cell: InputProps["cell"]): void {
  const open = useEffectEvent(() => {
    const element = area.current;
    if (!cell || element === null) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
    if (!cell.typed) return;
    // What others wrote is not replaced by one key, as a cell of one's own would be.
    element.setRangeText(cell.typed, element.value.length, element.value.length, "end");
    element.dispatchEvent(new Event("input", { bubbles: true }));
  });
  useEffect(() => open(), []);
}
