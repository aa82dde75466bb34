import { type CommandProps, Extension } from "@tiptap/core";
import Collaboration from "@tiptap/extension-collaboration";
import CollaborationCaret from "@tiptap/extension-collaboration-caret";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import StarterKit from "@tiptap/starter-kit";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { Edits, You } from "../../collab";
import { caretOf } from "./caret";
import { LINK } from "./linkAddress";

/** Nodes and marks of formatted text: those of `planning/rich_text.py`, and nothing that adds any by itself. */
const formatting = StarterKit.configure({
  code: false,
  codeBlock: false,
  dropcursor: false,
  gapcursor: false,
  undoRedo: false,
  trailingNode: false,
  heading: { levels: [1, 2, 3, 4, 5, 6] },
  link: {
    openOnClick: false,
    defaultProtocol: "https",
    isAllowedUri: (url) => LINK.test(url),
    HTMLAttributes: { rel: "noopener noreferrer nofollow", target: "_blank" },
  },
});

interface EditorCircumstances {
  fragment: Y.XmlFragment;
  awareness: Awareness;
  you: You | null;
  color: string;
  edits: Edits;
  most: number;
  onFull(isFull: boolean): void;
}

/** Everything the editor of one field is made of. */
export function extensionsFor({ fragment, awareness, you, color, edits, most, onFull }: EditorCircumstances) {
  const user = {
    name: you?.name ?? "",
    department: you?.department ?? "",
    participant: you?.participant ?? "",
    color,
  };
  return [
    formatting,
    shared(fragment, edits),
    CollaborationCaret.configure({ provider: { awareness }, user, render: caretOf }),
    atMost(most, onFull),
  ];
}

/**
 * Text shared with others, whose undo is the plan's.
 *
 * The library's own undo plugin listens to the manager it is lent for ever; one step of the plan's undo
 * may also be outside this text.
 */
function shared(fragment: Y.XmlFragment, edits: Edits) {
  const undo = () => {
    edits.undo();
    return true;
  };
  const redo = () => {
    edits.redo();
    return true;
  };
  return Collaboration.extend({
    addProseMirrorPlugins(this: { parent?: () => Plugin[] }) {
      return (this.parent?.() ?? []).filter((plugin) => !keyOf(plugin).startsWith("y-undo"));
    },
    addCommands: () => ({
      undo: () => asCommand(undo),
      redo: () => asCommand(redo),
    }),
    addKeyboardShortcuts: () => ({
      "Mod-z": undo,
      "Mod-y": redo,
      "Shift-Mod-z": redo,
    }),
  }).configure({ fragment });
}

/** A command that changes the plan: the change comes back as the editor's own, and nothing is left to dispatch. */
function asCommand(work: () => boolean) {
  return ({ tr, dispatch }: CommandProps): boolean => {
    tr.setMeta("preventDispatch", true);
    return dispatch === undefined || work();
  };
}

/** The name under which ProseMirror keeps a plugin; its type leaves it out. */
function keyOf(plugin: Plugin): string {
  return "key" in plugin && typeof plugin.key === "string" ? plugin.key : "";
}

/** Refuses what would make the text longer than the server takes; what others write always enters. */
function atMost(most: number, onFull: (isFull: boolean) => void) {
  return Extension.create({
    name: "atMost",
    addProseMirrorPlugins() {
      const filterTransaction: NonNullable<Plugin["spec"]["filterTransaction"]> = (change, state) => {
        if (!change.docChanged || change.getMeta("y-sync$")) return true;
        const [before, after] = [state.doc.textContent.length, change.doc.textContent.length];
        const isFull = after > most && after > before;
        onFull(isFull);
        return !isFull;
      };
      return [new Plugin({ key: new PluginKey("atMost"), filterTransaction })];
    },
  });
}
