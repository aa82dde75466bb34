import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Avatar, useAnnounce, useFormats } from "../../ui";
import styles from "./CommentsPanel.module.css";
import { Composer } from "./Composer";
import { partsOf } from "./mentions";
import type { Remark } from "./threads";
import { useDiscussion, useMentionable } from "./useDiscussion";

/** What one person said. Its author can change it or take it away; nobody else can change it. */
export function RemarkItem({ remark }: { remark: Remark }) {
  const { t } = useTranslation("workspace");
  const { me, canSpeak, rewrite } = useDiscussion();
  const { moment } = useFormats();
  const [changing, setChanging] = useState(false);
  const { written } = remark;
  const isMine = canSpeak && written !== null && written.key === me;
  return (
    <li className={styles.remark}>
      <span aria-hidden="true">
        <Avatar name={written?.name ?? "?"} department={written?.department ?? ""} size={24} />
      </span>
      <div className={styles.said}>
        <div className={styles.by}>
          <b>{written?.name}</b> {written?.department && `${written.department} · `}
          {written && <time dateTime={written.at}>{moment(written.at)}</time>}
        </div>
        {changing ? (
          <Composer
            label={t("comments.change")}
            draftKey={`change ${remark.id}`}
            initial={remark.text}
            sendLabel={t("comments.keep")}
            autoFocus
            onSend={(text) => {
              rewrite(remark.id, text);
              setChanging(false);
            }}
            onCancel={() => setChanging(false)}
          />
        ) : (
          <RemarkText text={remark.text} />
        )}
        {isMine && !changing && <OwnActions remark={remark} onChange={() => setChanging(true)} />}
      </div>
    </li>
  );
}

function RemarkText({ text }: { text: string }) {
  const people = useMentionable();
  let at = 0;
  return (
    <p className={styles.text}>
      {partsOf(text, people).map((part) => {
        const key = at;
        at += part.text.length;
        return part.mention ? (
          <b key={key} className={styles.mention}>
            {part.text}
          </b>
        ) : (
          <span key={key}>{part.text}</span>
        );
      })}
    </p>
  );
}

function OwnActions({ remark, onChange }: { remark: Remark; onChange(): void }) {
  const { t } = useTranslation("workspace");
  const { withdraw } = useDiscussion();
  const announce = useAnnounce();
  return (
    <Group gap="sm" className={styles.own}>
      <Button size="compact-xs" variant="subtle" onClick={onChange}>
        {t("comments.change")}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => {
          withdraw(remark.id);
          announce(t("comments.withdrawn"));
        }}
      >
        {t("comments.withdraw")}
      </Button>
    </Group>
  );
}
