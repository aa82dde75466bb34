import { Editor } from "@tiptap/core";
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { createLocalSession } from "../../collab";
import { extensionsFor } from "./extensions";
import { completeAddress } from "./linkAddress";

/** What `planning/rich_text.py` lets into a plan. */
const NODES = [
  "blockquote",
  "bulletList",
  "hardBreak",
  "heading",
  "horizontalRule",
  "listItem",
  "orderedList",
  "paragraph",
];
const MARKS = {
  bold: [],
  italic: [],
  link: ["class", "href", "rel", "target", "title"],
  strike: [],
  underline: [],
};

const open: Editor[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

function edit(session = createLocalSession(), most = 5_000) {
  const fragment = session.edits.sharedXml("profile", null, "introduction");
  if (fragment === null) throw new Error("The plan has no introduction.");
  const { awareness, edits } = session;
  const { you } = session.view.get();
  const full: boolean[] = [];
  const editor = new Editor({
    element: document.createElement("div"),
    extensions: extensionsFor({
      fragment,
      awareness,
      you,
      color: "#0b6b72",
      edits,
      most,
      onFull: (is) => full.push(is),
    }),
    injectCSS: false,
  });
  open.push(editor);
  return { editor, fragment, session, full };
}

test("the editor knows the nodes, marks and attributes that a plan takes, and no others", () => {
  const { schema } = edit().editor;
  expect(Object.keys(schema.nodes).sort()).toEqual([...NODES, "doc", "text"].sort());
  const marks = Object.entries(schema.marks).map(([name, mark]) => [
    name,
    Object.keys(mark.spec.attrs ?? {}).sort(),
  ]);
  expect(Object.fromEntries(marks)).toEqual(MARKS);
});

test("what is pasted loses what a plan does not take and keeps the rest", () => {
  const { editor } = edit();
  editor.commands.insertContent(
    "<h2>Aim</h2><pre>code</pre><p>See <img src='x.png'><b>this</b></p><script>1</script>",
  );
  const kinds = editor.getJSON().content?.map((node) => node.type);
  expect(kinds).toEqual(["heading", "paragraph", "paragraph"]);
});

test("a link leads to the web or to a letter, and nowhere else", () => {
  const { editor } = edit();
  editor.commands.insertContent(
    "<p><a href='javascript:alert(1)'>bad</a> <a href='https://example.com'>good</a></p>",
  );
  const links = JSON.stringify(editor.getJSON()).match(/"href":"[^"]+"/gu);
  expect(links).toEqual(['"href":"https://example.com"']);
});

test("an address is completed the way it was meant", () => {
  expect(completeAddress("example.com/a")).toBe("https://example.com/a");
  expect(completeAddress("ana@example.com")).toBe("mailto:ana@example.com");
  expect(completeAddress("http://example.com")).toBe("http://example.com");
  expect(completeAddress("javascript:alert(1)")).toBe("javascript:alert(1)");
});

test("opening the editor writes nothing into the plan", () => {
  const session = createLocalSession();
  const before = Y.encodeStateVector(session.view.get().doc);
  edit(session);
  expect(Y.encodeStateVector(session.view.get().doc)).toEqual(before);
});

test("undo in the editor is the plan's own, and outlives the editor", () => {
  const { editor, fragment, session } = edit();
  editor.commands.insertContent("Growing together");
  expect(fragment.toString()).toContain("Growing together");
  editor.commands.undo();
  expect(fragment.toString()).not.toContain("Growing together");
  editor.commands.redo();
  editor.destroy();
  session.edits.undo();
  expect(fragment.toString()).not.toContain("Growing together");
});

test("text longer than the plan takes is refused as it is typed", () => {
  const { editor, full } = edit(createLocalSession(), 10);
  editor.commands.insertContent("1234567890");
  editor.commands.insertContent("!");
  expect(editor.getText()).toBe("1234567890");
  expect(full.at(-1)).toBe(true);
});

test("two people who type in one text at once both keep their words", () => {
  const session = createLocalSession();
  const [mine, theirs] = [edit(session).editor, edit(session).editor];
  mine.commands.insertContent("mine");
  theirs.commands.insertContentAt(theirs.state.doc.content.size - 1, " theirs");
  expect(mine.getText()).toBe("mine theirs");
  expect(theirs.getText()).toBe("mine theirs");
});
