import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Target } from "../../collab";
import styles from "./CommentLink.module.css";
import { useComments } from "./commentsContext";
import { useDiscussion } from "./useDiscussion";

/** Beside a section, a record or a field: how many open threads it has, and the way to them. */
export function CommentLink({ target }: { target: Target }) {
  const { t } = useTranslation("workspace");
  const { openAt, openThread } = useComments();
  const { canSpeak } = useDiscussion();
  const count = openAt(target);
  if (count === 0 && !canSpeak) return null;
  const words = count > 0 ? t("comments.open", { count }) : t("comments.comment");
  const isField = target.field !== null;
  return (
    <UnstyledButton
      className={isField ? styles.mark : styles.link}
      data-count={count}
      aria-label={isField ? words : undefined}
      title={isField ? words : undefined}
      onClick={() => openThread(target)}
    >
      {isField ? <Bubble count={count} /> : words}
    </UnstyledButton>
  );
}

function Bubble({ count }: { count: number }) {
  return (
    <>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path
          d="M3 2.75h10A1.25 1.25 0 0 1 14.25 4v6A1.25 1.25 0 0 1 13 11.25H8L4.75 14v-2.75H3A1.25 1.25 0 0 1 1.75 10V4A1.25 1.25 0 0 1 3 2.75Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
      {count > 0 && <span aria-hidden="true">{count}</span>}
    </>
  );
}
