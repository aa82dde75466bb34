import { accountLogoAddress } from "../../api";
import { initialsOf } from "../../ui";
import styles from "./AccountSign.module.css";

interface AccountSignProps {
  id: string;
  name: string;
  hasLogo: boolean;
  /** Goes up when the logo changed, so that the browser does not show the one it kept. */
  version?: number;
  size?: number;
}

/** An account's logo, or its initials; beside the name, which says the same in words. */
export function AccountSign({ id, name, hasLogo, version = 0, size = 40 }: AccountSignProps) {
  return (
    <span
      className={styles.sign}
      data-logo={hasLogo}
      style={{ width: size, height: size }}
      aria-hidden="true"
    >
      {hasLogo ? <img src={accountLogoAddress(id, version)} alt="" /> : initialsOf(name)}
    </span>
  );
}
