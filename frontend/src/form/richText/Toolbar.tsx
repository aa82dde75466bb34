import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkForm } from "./LinkForm";
import styles from "./RichText.module.css";
import { type FormattingTool, TOOLS } from "./toolbarTools";

/** Formatting in one row: Tab enters it, arrows walk along it, Escape goes back to the text. */
export function Toolbar({ editor, label }: { editor: Editor; label: string }) {
  const { t } = useTranslation("form");
  const { bar, at, setAt, onKeyDown } = useToolbarKeys(editor);
  const [isLinking, setLinking] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => TOOLS.filter((tool) => tool.isActive(now)).map((tool) => tool.name),
  });
  return (
    <>
      <div
        ref={bar}
        className={styles.toolbar}
        role="toolbar"
        aria-label={t("rich_text.toolbar", { label })}
        onKeyDown={onKeyDown}
      >
        {TOOLS.map((tool, index) => (
          <ToolButton
            key={tool.name}
            tool={tool}
            isOn={active.includes(tool.name)}
            isReached={index === at}
            onReach={() => setAt(index)}
            onUse={() => (tool.name === "link" ? setLinking(true) : tool.run(editor))}
          />
        ))}
      </div>
      {isLinking && <LinkForm editor={editor} onClose={() => setLinking(false)} />}
    </>
  );
}

interface ToolButtonProps {
  tool: FormattingTool;
  isOn: boolean;
  isReached: boolean;
  onReach(): void;
  onUse(): void;
}

function ToolButton({ tool, isOn, isReached, onReach, onUse }: ToolButtonProps) {
  const { t } = useTranslation("form");
  const name = t(`rich_text.${tool.name}`);
  return (
    <button
      type="button"
      tabIndex={isReached ? 0 : -1}
      aria-label={name}
      title={name}
      aria-pressed={isOn}
      data-face={tool.name}
      data-sign={tool.face}
      // The text keeps its selection, which is what the button works on.
      onMouseDown={(event) => event.preventDefault()}
      onFocus={onReach}
      onClick={onUse}
    />
  );
}

function useToolbarKeys(editor: Editor) {
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const go = (to: number) => {
    const next = (to + TOOLS.length) % TOOLS.length;
    setAt(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight") go(at + 1);
    else if (event.key === "ArrowLeft") go(at - 1);
    else if (event.key === "Escape") editor.commands.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { bar, at, setAt, onKeyDown };
}
