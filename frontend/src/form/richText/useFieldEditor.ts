import { type Editor, useEditor } from "@tiptap/react";
import { useEffect, useMemo, useState } from "react";
import { useEdits, usePlanSession } from "../../collab";
import { colorOf } from "../../ui";
import { extensionsFor } from "./extensions";
import styles from "./RichText.module.css";
import type { RichTextEditorProps } from "./RichTextEditor";

/** The editor of one field; a new one when the text itself is replaced. */
export function useFieldEditor(props: RichTextEditorProps): { editor: Editor | null; isFull: boolean } {
  const { fragment, readOnly, most } = props;
  const { awareness, you } = usePlanSession();
  const edits = useEdits();
  const [isFull, onFull] = useState(false);
  const extensions = useMemo(() => {
    const color = colorOf(you?.department ?? "");
    return extensionsFor({ fragment, awareness, you, color, edits, most, onFull });
  }, [fragment, awareness, you, edits, most]);
  const attributes = useAttributes(props);
  const editor = useEditor(
    {
      extensions,
      editable: !readOnly,
      editorProps: { attributes },
      // The page's content security policy takes style sheets, not styles made on the spot.
      injectCSS: false,
      shouldRerenderOnTransaction: false,
    },
    [extensions],
  );
  useEffect(() => {
    editor?.setOptions({ editable: !readOnly, editorProps: { attributes } });
  }, [editor, readOnly, attributes]);
  return { editor, isFull };
}

/** What assistive technology hears of the text. */
function useAttributes({ id, labelledBy, describedBy }: RichTextEditorProps): Record<string, string> {
  return useMemo(
    () => ({
      id,
      role: "textbox",
      "aria-multiline": "true",
      "aria-labelledby": labelledBy,
      ...(describedBy !== undefined && { "aria-describedby": describedBy }),
      class: styles.text ?? "",
    }),
    [id, labelledBy, describedBy],
  );
}
