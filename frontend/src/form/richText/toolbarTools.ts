import type { Editor } from "@tiptap/core";

export type ToolName =
  | "bold"
  | "italic"
  | "underline"
  | "strike"
  | "heading"
  | "bullets"
  | "numbers"
  | "quote"
  | "link";

export interface FormattingTool {
  name: ToolName;
  face: string;
  isActive(editor: Editor): boolean;
  run(editor: Editor): void;
}

/** What the toolbar offers. Other levels of headings come in by pasting and are kept. */
export const TOOLS: readonly FormattingTool[] = [
  mark("bold", "B", (editor) => editor.chain().focus().toggleBold().run()),
  mark("italic", "I", (editor) => editor.chain().focus().toggleItalic().run()),
  mark("underline", "U", (editor) => editor.chain().focus().toggleUnderline().run()),
  mark("strike", "S", (editor) => editor.chain().focus().toggleStrike().run()),
  block("heading", "H", "heading", (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run()),
  block("bullets", "•", "bulletList", (editor) => editor.chain().focus().toggleBulletList().run()),
  block("numbers", "1.", "orderedList", (editor) => editor.chain().focus().toggleOrderedList().run()),
  block("quote", "“", "blockquote", (editor) => editor.chain().focus().toggleBlockquote().run()),
  mark("link", "↗", () => undefined),
];

function mark(name: ToolName, face: string, run: (editor: Editor) => void): FormattingTool {
  return { name, face, run, isActive: (editor) => editor.isActive(name) };
}

function block(name: ToolName, face: string, node: string, run: (editor: Editor) => void): FormattingTool {
  return { name, face, run, isActive: (editor) => editor.isActive(node) };
}
