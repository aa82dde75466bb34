import { Button, Group } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { sessionQuery } from "../../api";
import { Header, PageFrame } from "../../ui";

/** Codes with words of their own; the others have the server's. */
const KNOWN = new Set(["signed_out", "sign_in_needed", "removed", "in_bin", "unknown_plan", "not_allowed"]);

interface RefusedProps {
  code: string;
  message: string;
  remedy?: string;
}

/** When the plan is not this person's to see (any more): why, and the ways on. */
export function Refused({ code, message, remedy = "" }: RefusedProps) {
  const { t } = useTranslation("workspace");
  // Only what was known: asking now would find nobody here, and the page's guard would lead away unexplained.
  const session = useQueryClient().getQueryData(sessionQuery.queryKey);
  const name = KNOWN.has(code) ? code : "other";
  const isSignedOut = code === "signed_out" || code === "sign_in_needed";
  return (
    <PageFrame title={t(`refused.${name}.title`)} width="narrow" header={<Header />}>
      <p>{name === "other" && message ? message : t(`refused.${name}.text`)}</p>
      {remedy && <p>{remedy}</p>}
      <Group gap="sm" mt="lg">
        {session?.kind === "member" && !isSignedOut ? (
          <Button component="a" href="/">
            {t("refused.accounts")}
          </Button>
        ) : (
          <EntranceLinks isGuest={session?.kind === "guest"} />
        )}
      </Group>
    </PageFrame>
  );
}

/** Plain links: the whole page is read anew, with nothing left of whoever sat here. */
function EntranceLinks({ isGuest }: { isGuest: boolean }) {
  const { t } = useTranslation("workspace");
  const next = encodeURIComponent(window.location.pathname);
  return (
    <>
      <Button component="a" href={`/sign-in?next=${next}`} variant={isGuest ? "default" : "filled"}>
        {t("refused.signIn")}
      </Button>
      <Button component="a" href="/join" variant={isGuest ? "filled" : "default"}>
        {t("refused.join")}
      </Button>
    </>
  );
}
