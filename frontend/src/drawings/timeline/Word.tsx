import { useTranslation } from "react-i18next";
import { useRecordName } from "../../form";
import styles from "./Controls.module.css";
import type { DateEdits, Done } from "./useDateEdits";

/** One line that says what a move did to others, what was done, or what a key waits for. */
export function Word({ edits }: { edits: DateEdits }) {
  const { linking, pushed, done } = edits;
  return (
    <div className={styles.word} role="status" data-said={linking || pushed || done ? true : undefined}>
      {linking ? (
        <Linking title={linking.title} onCancel={() => edits.beginLink(null)} />
      ) : pushed ? (
        <Pushed edits={edits} title={pushed.action.title} count={pushed.count} />
      ) : (
        done && <Said done={done} />
      )}
    </div>
  );
}

function Linking({ title, onCancel }: { title: string; onCancel(): void }) {
  const { t } = useTranslation("actionViews");
  return (
    <>
      <span>{t("timeline.linking", { title })}</span>
      <button type="button" onClick={onCancel}>
        {t("timeline.cancel")}
      </button>
    </>
  );
}

function Pushed({ edits, title, count }: { edits: DateEdits; title: string; count: number }) {
  const { t } = useTranslation("actionViews");
  return (
    <>
      <span>{t("timeline.pushed", { title, count })}</span>
      <button type="button" onClick={edits.moveFollowers}>
        {t("timeline.move_followers", { count })}
      </button>
      <button type="button" onClick={edits.dismiss}>
        {t("timeline.leave_followers", { count })}
      </button>
    </>
  );
}

function Said({ done }: { done: Done }) {
  const { t } = useTranslation("actionViews");
  if (done.did === "moved") return <span>{t("timeline.moved", { count: done.count })}</span>;
  return <Linked from={done.from} to={done.to} did={done.did} />;
}

function Linked({ from, to, did }: { from: string; to: string; did: "linked" | "unlinked" | "full" }) {
  const { t } = useTranslation("actionViews");
  const names = { from: useRecordName("actions", from).text, to: useRecordName("actions", to).text };
  return <span>{t(`timeline.${did}`, names)}</span>;
}
