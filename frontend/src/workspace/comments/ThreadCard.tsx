import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRow } from "../../collab";
import { useFormats } from "../../ui";
import { useWorkspace } from "../frame/workspaceContext";
import { usePlaceName } from "../places/titles";
import styles from "./CommentsPanel.module.css";
import { Composer } from "./Composer";
import { useComments } from "./commentsContext";
import { RemarkItem } from "./RemarkItem";
import type { Thread } from "./threads";
import { useDiscussion } from "./useDiscussion";

/** One thread: where it is, what was said, and what can be done with it. */
export function ThreadCard({ thread }: { thread: Thread }) {
  return (
    <li className={styles.thread}>
      <ThreadPlace thread={thread} />
      <ol className={styles.remarks}>
        {thread.remarks.map((remark) => (
          <RemarkItem key={remark.id} remark={remark} />
        ))}
      </ol>
      <SettledLine thread={thread} />
      <ThreadActions thread={thread} />
    </li>
  );
}

function ThreadPlace({ thread }: { thread: Thread }) {
  const { t } = useTranslation("workspace");
  const { goTo } = useWorkspace();
  const { tool, record, field } = usePlaceName(thread.about);
  const inBin = Boolean(useRow(thread.about.section, thread.about.id ?? "")?.removed);
  const where = [tool, record, field].filter(Boolean).join(" · ");
  return (
    <div className={styles.place}>
      <span className={styles.where}>
        {where} {inBin && t("comments.inBin")}
      </span>
      <Button
        size="xs"
        variant="subtle"
        aria-label={t("comments.goTo", { where })}
        onClick={() => goTo(thread.about)}
      >
        {t("goThere")}
      </Button>
    </div>
  );
}

function SettledLine({ thread: { settled } }: { thread: Thread }) {
  const { t } = useTranslation("workspace");
  const { moment } = useFormats();
  if (!settled) return null;
  return (
    <p className={styles.settled}>
      {t("comments.settledBy", { name: settled.name, at: moment(settled.at) })}
    </p>
  );
}

function ThreadActions({ thread }: { thread: Thread }) {
  const { t } = useTranslation("workspace");
  const { answer, settle, reopen, canSpeak } = useDiscussion();
  const { drafts } = useComments();
  const draftKey = `answer ${thread.id}`;
  const [answering, setAnswering] = useState(() => drafts.has(draftKey));
  if (!canSpeak) return null;
  if (thread.settled) {
    return (
      <Button size="xs" variant="default" onClick={() => reopen(thread)}>
        {t("comments.reopen")}
      </Button>
    );
  }
  if (answering) {
    return (
      <Composer
        label={t("comments.answer")}
        draftKey={draftKey}
        sendLabel={t("comments.send")}
        autoFocus
        onSend={(text) => {
          answer(thread, text);
          setAnswering(false);
        }}
        onCancel={() => setAnswering(false)}
      />
    );
  }
  return (
    <Group gap="sm">
      <Button size="xs" variant="default" onClick={() => setAnswering(true)}>
        {t("comments.answer")}
      </Button>
      <Button size="xs" variant="default" onClick={() => settle(thread)}>
        {t("comments.settle")}
      </Button>
    </Group>
  );
}
