import { CloseButton, Drawer } from "@mantine/core";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./SidePanel.module.css";
import { useHasRoomBeside, useIsPhone } from "./screen";

interface SidePanelProps {
  title: string;
  /** Something is open over the page; the panel must not lie beneath it. */
  isOver: boolean;
  onClose(): void;
  children: ReactNode;
}

/** What is opened beside the page: a column where there is room, a drawer where not, a sheet on a phone. */
export function SidePanel({ title, isOver, onClose, children }: SidePanelProps) {
  const { t } = useTranslation("workspace");
  const hasRoom = useHasRoomBeside();
  const isPhone = useIsPhone();
  if (hasRoom && !isOver) {
    return (
      <Column title={title} onClose={onClose}>
        {children}
      </Column>
    );
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      // Over a record, the frame sees to it that Escape closes the panel alone.
      closeOnEscape={!isOver}
      // What is said is about what is open; it must stay readable.
      overlayProps={{ backgroundOpacity: isOver ? 0.15 : 0.3 }}
      title={title}
      position={isPhone ? "bottom" : "right"}
      size={isPhone ? "85%" : 376}
      closeButtonProps={{ "aria-label": t("panel.close", { title }) }}
    >
      <div className={styles.body}>{children}</div>
    </Drawer>
  );
}

function Column({ title, onClose, children }: Omit<SidePanelProps, "isOver">) {
  const { t } = useTranslation("workspace");
  const headingId = useId();
  const column = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Somebody who asked for the panel by keyboard continues in it; a drawer does this by itself.
  useEffect(() => {
    if (!column.current?.contains(document.activeElement)) heading.current?.focus();
  }, []);
  return (
    <aside
      ref={column}
      className={styles.column}
      aria-labelledby={headingId}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <div className={styles.top}>
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <CloseButton aria-label={t("panel.close", { title })} onClick={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}
