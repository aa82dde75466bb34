import styles from "./tree.module.css";

interface TreeNoticesProps {
  /** What is wrong with the lines, each with where to go to mend it. */
  findings: readonly { words: string; at: string }[];
  /** Why the last drag did nothing. */
  refusal: string | null;
  words: { go: string; dismiss: string };
  onGo(id: string): void;
  onDismiss(): void;
}

/** Above a tree: those that are above each other in a round, and why something was not done. */
export function TreeNotices({ findings, refusal, words, onGo, onDismiss }: TreeNoticesProps) {
  return (
    <>
      {findings.map((finding) => (
        <p key={finding.at} className={styles.notice}>
          {finding.words}{" "}
          <button type="button" onClick={() => onGo(finding.at)}>
            {words.go}
          </button>
        </p>
      ))}
      {refusal !== null && (
        <p className={styles.notice} data-kind="refusal">
          {refusal}{" "}
          <button type="button" onClick={onDismiss}>
            {words.dismiss}
          </button>
        </p>
      )}
    </>
  );
}
