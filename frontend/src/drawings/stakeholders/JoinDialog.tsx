import { Modal } from "@mantine/core";
import { useId, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useRows } from "../../collab";
import { type Pickable, Picker, useRecordName } from "../../form";
import { words } from "./person";
import type { Joining } from "./useLineDeeds";

interface JoinDialogProps {
  joining: Joining;
  onChoose(id: string): void;
  onClose(): void;
}

/** Choose by name with whom somebody is joined: whom they influence, who influences them, who of ours covers them. */
export function JoinDialog({ joining, onChoose, onClose }: JoinDialogProps) {
  const { t } = useTranslation("stakeholderMap");
  const { text: name } = useRecordName("stakeholders", joining.id);
  const label = useId();
  const options = useOptions(joining);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`join.${joining.how}.title`, { name })}
      closeButtonProps={{ "aria-label": t("join.close") }}
    >
      <p id={label}>{t(`join.${joining.how}.label`, { name })}</p>
      <div ref={takeFocus}>
        <Picker
          id={`${label}-name`}
          labelledBy={label}
          describedBy={undefined}
          invalid={false}
          options={options}
          picked={[]}
          most={1}
          nameOf={(id) => ({ text: options.find(({ value }) => value === id)?.label ?? "", isGone: false })}
          onPick={([id]) => id !== undefined && onChoose(id)}
        />
      </div>
    </Modal>
  );
}

/** A dialog gives the focus to what asks for it; the field for the name is the only thing to do here. */
function takeFocus(element: HTMLElement | null): void {
  element?.querySelector("input")?.setAttribute("data-autofocus", "true");
}

function useOptions({ how, id }: Joining): Pickable[] {
  const { t } = useTranslation("stakeholderMap");
  const rows = useRows(how === "coveredBy" ? "team_members" : "stakeholders");
  return useMemo(
    () =>
      rows
        .filter((row) => row.id !== id)
        .map(({ id: value, values }) => {
          const detail = words(values.title ?? values.role);
          return {
            value,
            label: words(values.name) ?? t("join.unnamed"),
            ...(detail !== null && { detail }),
          };
        }),
    [rows, id, t],
  );
}
