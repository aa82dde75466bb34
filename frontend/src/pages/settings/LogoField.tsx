import { Button, FileButton, Group } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api";
import { useAnnounce } from "../../ui";
import { ProblemBar } from "../forms";
import styles from "./LogoField.module.css";

interface LogoFieldProps {
  /** The logo, or what stands in for it; `version` goes up with every change. */
  picture: (version: number) => ReactNode;
  hasLogo: boolean;
  /** Keeps a picture given as a `data:` address, or none. */
  change: (image: string | null) => Promise<unknown>;
  help: string;
}

type Doing =
  | { state: "idle" }
  | { state: "busy"; preview: string | null }
  | { state: "failed"; thrown: unknown };

/** A logo: shown as it will be seen, chosen from a file, taken away again. */
export function LogoField({ picture, hasLogo, change, help }: LogoFieldProps) {
  const { t } = useTranslation("pages");
  const announce = useAnnounce();
  const [version, setVersion] = useState(0);
  const [doing, setDoing] = useState<Doing>({ state: "idle" });

  async function keep(image: string | null) {
    setDoing({ state: "busy", preview: image });
    try {
      await change(image);
      setVersion(version + 1);
      setDoing({ state: "idle" });
      announce(t(image ? "logo.kept" : "logo.gone"));
    } catch (thrown) {
      setDoing({ state: "failed", thrown });
    }
  }

  const busy = doing.state === "busy";
  return (
    <div className={styles.field}>
      {doing.state === "failed" && <ProblemBar problem={asProblem(doing.thrown)} />}
      <Group gap="md" wrap="nowrap">
        <span className={styles.picture} aria-busy={busy}>
          {busy && doing.preview ? <img src={doing.preview} alt="" /> : picture(version)}
        </span>
        <div>
          <LogoButtons hasLogo={hasLogo} busy={busy} onKeep={(image) => void keep(image)} />
          <p className={styles.help}>{help}</p>
        </div>
      </Group>
    </div>
  );
}

interface LogoButtonsProps {
  hasLogo: boolean;
  busy: boolean;
  onKeep: (image: string | null) => void;
}

function LogoButtons({ hasLogo, busy, onKeep }: LogoButtonsProps) {
  const { t } = useTranslation("pages");
  return (
    <Group gap="sm">
      <FileButton
        accept="image/png,image/jpeg,image/webp,image/gif"
        onChange={(file) => file && void addressOf(file).then(onKeep)}
      >
        {(button) => (
          <Button {...button} variant="default" loading={busy}>
            {t(hasLogo ? "logo.replace" : "logo.choose")}
          </Button>
        )}
      </FileButton>
      {hasLogo && (
        <Button variant="subtle" disabled={busy} onClick={() => onKeep(null)}>
          {t("logo.remove")}
        </Button>
      )}
    </Group>
  );
}

/** A file as a `data:` address, which the preview shows and the server takes. */
function addressOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error("The file cannot be read."));
    reader.readAsDataURL(file);
  });
}
