import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./Asked.module.css";
import { useComments } from "./commentsContext";

/** In the header: how many comments are open, how many of them wait for this person, and the way to them. */
export function CommentsButton() {
  const { t } = useTranslation("workspace");
  const { panel, togglePanel, threads, asked } = useComments();
  const open = threads.filter(({ settled }) => settled === null).length;
  const words = open > 0 ? t("header.commentsOpen", { count: open }) : t("header.comments");
  return (
    <Button
      variant="default"
      aria-expanded={panel !== null}
      aria-label={asked > 0 ? `${words}. ${t("comments.asked", { count: asked })}` : undefined}
      onClick={togglePanel}
    >
      {words}
      <Asked />
    </Button>
  );
}

/** The number of comments that wait for this person; nothing when none does. */
export function Asked() {
  const { t } = useTranslation("workspace");
  const { asked } = useComments();
  if (asked === 0) return null;
  return (
    <span className={styles.asked} title={t("comments.asked", { count: asked })} aria-hidden="true">
      @{asked}
    </span>
  );
}
