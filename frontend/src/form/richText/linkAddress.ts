import type { Editor } from "@tiptap/core";

/** The schemes a link may have: what `planning/rich_text.py` accepts. */
export const LINK = /^(https?:\/\/|mailto:)[^\s<>"']{1,2000}$/iu;

/** Return the address that was meant: "example.com" leads to the web, "ana@example.com" to a letter. */
export function completeAddress(typed: string): string {
  const address = typed.trim();
  if (/^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/u.test(address)) return `mailto:${address}`;
  return /^[^\s@:/]+\.[^\s@/.]{2,}(\/\S*)?$/u.test(address) ? `https://${address}` : address;
}

/** Link the selected words, or insert the address itself where nothing is selected; "" takes the link away. */
export function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus().extendMarkRange("link");
  if (href === "") chain.unsetLink().run();
  else if (editor.state.selection.empty && !editor.isActive("link")) {
    chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
  } else chain.setLink({ href }).run();
}
