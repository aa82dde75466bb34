import styles from "./RichText.module.css";

/** Draw somebody else's caret with their name and department on it. */
export function caretOf(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement("span");
  const tag = document.createElement("span");
  const color = typeof user.color === "string" ? user.color : "";
  caret.className = styles.caret ?? "";
  tag.className = styles.tag ?? "";
  caret.style.borderColor = color;
  tag.style.backgroundColor = color;
  tag.textContent = [user.name, user.department]
    .filter((part) => typeof part === "string" && part !== "")
    .join(" · ");
  caret.append(tag);
  return caret;
}
