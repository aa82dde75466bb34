import { EditorContent } from "@tiptap/react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import styles from "./RichText.module.css";
import { Toolbar } from "./Toolbar";
import { useFieldEditor } from "./useFieldEditor";

export interface RichTextEditorProps {
  fragment: Y.XmlFragment;
  id: string;
  label: string;
  labelledBy: string;
  describedBy: string | undefined;
  readOnly: boolean;
  most: number;
}

/** Formatted text in which several people type at once, each seeing the others' carets. */
export default function RichTextEditor(props: RichTextEditorProps) {
  const { label, readOnly, most } = props;
  const { t } = useTranslation("form");
  const { editor, isFull } = useFieldEditor(props);
  if (editor === null) return null;
  return (
    <div className={styles.editor} data-readonly={readOnly || undefined}>
      {!readOnly && <Toolbar editor={editor} label={label} />}
      <EditorContent editor={editor} />
      <div aria-live="polite" className={styles.full}>
        {isFull && t("problem.full", { most })}
      </div>
    </div>
  );
}
