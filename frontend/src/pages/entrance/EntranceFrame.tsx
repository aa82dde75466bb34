import type { ReactNode } from "react";
import { Header, usePageTitle } from "../../ui";
import styles from "./EntranceFrame.module.css";

interface EntranceFrameProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** Other ways in, under the form. */
  foot?: ReactNode;
  /** Whether what the card is about is still on the way. */
  isWaiting?: boolean;
}

/** A page in front of the door: one card, one form. */
export function EntranceFrame({ title, lead, children, foot, isWaiting }: EntranceFrameProps) {
  usePageTitle(title);
  return (
    <div className={styles.page}>
      <Header />
      <main id="main" tabIndex={-1} className={styles.main} aria-busy={isWaiting}>
        <div className={styles.card}>
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
          <div className={styles.content}>{children}</div>
        </div>
        {foot && <div className={styles.foot}>{foot}</div>}
      </main>
    </div>
  );
}
