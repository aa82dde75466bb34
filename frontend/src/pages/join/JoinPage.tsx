import { Anchor } from "@mantine/core";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EntranceFrame } from "../entrance/EntranceFrame";
import { CodeEntry } from "./CodeEntry";
import { Introduce } from "./Introduce";
import { codeIn, isWhole } from "./joinCode";

/** A seat at the table in two steps: the code, then who you are. A link with the code skips the first. */
export function JoinPage() {
  const { t } = useTranslation("pages");
  const navigate = useNavigate();
  const { code: given = "" } = useParams({ strict: false });
  const code = codeIn(given);
  const goTo = (next: string) => navigate({ to: "/join/{-$code}", params: { code: next || undefined } });

  if (isWhole(code)) return <Introduce key={code} code={code} onOtherCode={() => void goTo("")} />;
  return (
    <EntranceFrame
      title={t("join.title")}
      lead={t("join.lead")}
      foot={
        <Anchor component={Link} to="/sign-in">
          {t("join.signIn")}
        </Anchor>
      }
    >
      <CodeEntry initial={code} onCode={(whole) => void goTo(whole)} />
    </EntranceFrame>
  );
}
