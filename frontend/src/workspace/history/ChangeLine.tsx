import { Trans, useTranslation } from "react-i18next";
import type { Change } from "../../api";
import { useRow } from "../../collab";
import { parseTarget } from "../places/targets";
import styles from "./history.module.css";
import { type Said, useSaid } from "./useSaid";
import { useHistoryWords } from "./versionWords";

/** One thing that changed, as a sentence with who did it and when. */
export function ChangeLine({ change }: { change: Change }) {
  const { section, id } = parseTarget(change.where);
  const said = useSaid()(change, useRow(section, id ?? "")?.values.currency);
  const { moment } = useHistoryWords();
  return (
    <li className={styles.line}>
      <Sentence change={change} said={said} />
      {change.at && (
        <span className={styles.quiet}>
          {" · "}
          <time dateTime={change.at}>{moment(change.at)}</time>
        </span>
      )}
      {said.isText && <Pieces said={said} />}
    </li>
  );
}

function Sentence({ change, said }: { change: Change; said: Said }) {
  const { t, i18n } = useTranslation("versions");
  const words = useHistoryWords();
  const code = change.code.replace(/_by$/u, "");
  const key = `line.${code}${said.isText ? "Text" : ""}${change.by.length > 0 ? "By" : ""}`;
  if (!i18n.exists(key, { ns: "versions" }))
    return <span>{t(`plan:drift.${change.code}`, { ...change.values })}</span>;
  return (
    <span>
      <Trans
        t={t}
        i18nKey={key}
        components={{
          who: <span>{words.people(change.by)}</span>,
          field: <span>{said.field}</span>,
          before: <b className={styles.value}>{said.before}</b>,
          after: <b className={styles.value}>{said.after}</b>,
        }}
      />
    </span>
  );
}

/** The pieces of a text that changed, as they were and as they are. */
function Pieces({ said: { before, after } }: { said: Said }) {
  const { t } = useTranslation("versions");
  return (
    <span className={styles.pieces}>
      {before && (
        <del>
          <span className={styles.unseen}>{t("before")} </span>
          {before}
        </del>
      )}
      {after && (
        <ins>
          <span className={styles.unseen}>{t("after")} </span>
          {after}
        </ins>
      )}
    </span>
  );
}
