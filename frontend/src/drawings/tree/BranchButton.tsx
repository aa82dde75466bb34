import styles from "./tree.module.css";

interface BranchButtonProps {
  /** How many stand below; with none there is nothing to fold. */
  count: number;
  isCollapsed: boolean;
  label: string;
  onToggle(): void;
}

/** Folds away and unfolds what stands below a card; others' maps stay as they are. */
export function BranchButton({ count, isCollapsed, label, onToggle }: BranchButtonProps) {
  if (count === 0) return null;
  return (
    <button
      type="button"
      className={`nodrag ${styles.branch}`}
      tabIndex={-1}
      aria-expanded={!isCollapsed}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      {isCollapsed ? `+${count}` : "−"}
    </button>
  );
}
