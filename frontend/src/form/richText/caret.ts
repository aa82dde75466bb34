import { colorOf } from "../../ui";
import styles from "./RichText.module.css";

/** Draw somebody else's caret with their name and department on it. */
export function caretOf(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement("span");
  const tag = document.createElement("span");
  const words = [user.name, user.department].filter((part) => typeof part === "string" && part !== "");
  // The colour of the name tag beside the field, not whatever came with the caret.
  const color = colorOf(typeof user.department === "string" ? user.department : "");
  caret.className = styles.caret ?? "";
  tag.className = styles.tag ?? "";
  caret.style.borderColor = color;
  tag.style.backgroundColor = color;
  tag.textContent = words.join(" · ");
  caret.append(tag);
  return caret;
}
