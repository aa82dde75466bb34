import { ActionIcon } from "@mantine/core";
import type { ComponentProps } from "react";

/** Three dots, which every menu of further deeds opens from. */
export function MoreButton({ label, ...button }: ComponentProps<"button"> & { label: string }) {
  return (
    <ActionIcon {...button} color="petrol" variant="subtle" size={32} aria-label={label}>
      <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
        <circle cx="3" cy="8" r="1.5" />
        <circle cx="8" cy="8" r="1.5" />
        <circle cx="13" cy="8" r="1.5" />
      </svg>
    </ActionIcon>
  );
}
