import { PasswordInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./PasswordField.module.css";
import { FEWEST_SIGNS, type Strength, strengthOf } from "./strength";
import type { Bound } from "./useForm";

interface PasswordFieldProps {
  bound: Bound;
  label: string;
  /** A new password shows how strong it is and is offered to the browser's keeper of passwords. */
  isNew?: boolean;
  size?: "sm" | "md";
}

/** A password, which can be looked at while typing. */
export function PasswordField({ bound, label, isNew = false, size = "md" }: PasswordFieldProps) {
  const { t } = useTranslation("pages");
  return (
    <div>
      <PasswordInput
        {...bound}
        size={size}
        label={label}
        autoComplete={isNew ? "new-password" : "current-password"}
        visibilityToggleButtonProps={{ "aria-label": t("password.look") }}
      />
      {isNew && <StrengthHint password={bound.value} />}
    </div>
  );
}

const FILLED: Readonly<Record<Strength["level"], number>> = { short: 1, weak: 1, fair: 2, strong: 3 };

function StrengthHint({ password }: { password: string }) {
  const { t } = useTranslation("pages");
  const strength = strengthOf(password);
  const words =
    password === ""
      ? t("password.rule", { count: FEWEST_SIGNS })
      : strength.level === "short"
        ? t("password.short", { count: strength.missing })
        : t(`password.${strength.level}`);
  return (
    <div className={styles.hint} aria-live="polite">
      <span className={styles.gauge} data-level={strength.level} aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <i key={step} data-on={password !== "" && step <= FILLED[strength.level]} />
        ))}
      </span>
      {words}
    </div>
  );
}
