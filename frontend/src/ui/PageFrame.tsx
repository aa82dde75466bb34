import type { ReactNode } from "react";
import styles from "./PageFrame.module.css";
import { usePageTitle } from "./pageTitle";

interface PageFrameProps {
  /** The page's heading and the browser tab's name. */
  title: string;
  /** One sentence under the heading. */
  lead?: ReactNode;
  /** The way back up, above the heading. */
  trail?: ReactNode;
  actions?: ReactNode;
  header?: ReactNode;
  /** `narrow` for a page that is one form. */
  width?: "wide" | "narrow";
  /** Whether this is only the shape of a page whose content is on the way. */
  isWaiting?: boolean;
  children: ReactNode;
}

/** A page: header, heading with its actions, content. `#main` is where the skip link and navigation lead. */
export function PageFrame(props: PageFrameProps) {
  usePageTitle(props.title);
  return (
    <div className={styles.page}>
      {props.header}
      <main
        id="main"
        tabIndex={-1}
        className={styles.main}
        data-width={props.width ?? "wide"}
        aria-busy={props.isWaiting}
      >
        {props.trail && <div className={styles.trail}>{props.trail}</div>}
        <div className={styles.top}>
          <div className={styles.heading}>
            <h1 className={styles.title}>{props.title}</h1>
            {props.lead && <p className={styles.lead}>{props.lead}</p>}
          </div>
          {props.actions && <div className={styles.actions}>{props.actions}</div>}
        </div>
        {props.children}
      </main>
    </div>
  );
}
