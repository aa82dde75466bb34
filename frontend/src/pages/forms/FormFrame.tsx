import { Button, Group } from "@mantine/core";
import { type ReactNode, type SyntheticEvent, useEffect, useRef } from "react";
import styles from "./FormFrame.module.css";
import { ProblemBar } from "./ProblemBar";
import type { Form } from "./useForm";

interface FormFrameProps {
  form: Pick<Form, "submit" | "busy" | "problem">;
  submitLabel: string;
  /** Whether sending does something that cannot be undone. */
  danger?: boolean;
  /** Beside the button that sends: a way out, or another way in. */
  beside?: ReactNode;
  /** A page that is one form has a button as wide as its fields. */
  standing?: "alone" | "among";
  children: ReactNode;
}

/** A form: Enter sends it, what went wrong stands on top, and the first faulty field gets the focus. */
export function FormFrame(props: FormFrameProps) {
  const { form, submitLabel, danger = false, beside, standing = "among", children } = props;
  const frame = useRef<HTMLFormElement>(null);
  const wasBusy = useRef(false);

  // After every attempt, also one that never left the browser because a field is empty.
  function focusFirstFault() {
    frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  useEffect(() => {
    if (wasBusy.current && !form.busy) focusFirstFault();
    wasBusy.current = form.busy;
  });

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    // A dialog's form sits inside another's tree when it is opened from one.
    event.stopPropagation();
    void form.submit();
    requestAnimationFrame(focusFirstFault);
  }

  const alone = standing === "alone";
  return (
    <form ref={frame} className={styles.form} noValidate onSubmit={onSubmit}>
      {form.problem && <ProblemBar problem={form.problem} />}
      {children}
      <Group justify={alone ? "stretch" : "flex-end"} gap="sm" mt="sm" grow={alone && !beside}>
        {beside}
        <Button
          type="submit"
          color={danger ? "danger" : "petrol"}
          size={alone ? "md" : "sm"}
          loading={form.busy}
        >
          {submitLabel}
        </Button>
      </Group>
    </form>
  );
}
