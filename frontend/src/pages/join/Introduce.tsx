import { Anchor, Button, Skeleton, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem, joinInvitationQuery, type Session, useJoin, useSession } from "../../api";
import { EntranceFrame } from "../entrance/EntranceFrame";
import { DepartmentField, type Form, FormFrame, ProblemBar, useForm } from "../forms";
import { type Introduction, rememberedIntroduction, rememberIntroduction } from "./introduction";
import { grouped } from "./joinCode";

interface IntroduceProps {
  code: string;
  onOtherCode: () => void;
}

/** The second step: what the code leads to, and who is coming. */
export function Introduce({ code, onOtherCode }: IntroduceProps) {
  const { t } = useTranslation("pages");
  const invitation = useQuery(joinInvitationQuery(code));
  const session = useSession().data;
  const otherCode = (
    <Anchor component="button" type="button" onClick={onOtherCode}>
      {t("join.otherCode")}
    </Anchor>
  );
  if (invitation.isError) {
    const problem = asProblem(invitation.error);
    const unknown = problem.code === "unknown_code";
    const title = unknown ? t("join.unknownTitle", { code: grouped(code) }) : t("join.failedTitle");
    return (
      <EntranceFrame title={title}>
        <ProblemBar problem={problem} {...(unknown ? {} : { onAgain: () => void invitation.refetch() })} />
        <Button mt="md" size="md" fullWidth onClick={onOtherCode}>
          {t("join.otherCode")}
        </Button>
      </EntranceFrame>
    );
  }
  const { plan_title: plan, account_name: account, company } = invitation.data ?? {};
  return (
    <EntranceFrame
      title={account ?? t("join.looking")}
      lead={invitation.data && t("join.at", { plan, company })}
      foot={otherCode}
      isWaiting={!invitation.data}
    >
      {invitation.data ? <IntroductionForm code={code} session={session} /> : <Skeleton height={168} />}
    </EntranceFrame>
  );
}

function IntroductionForm({ code, session }: { code: string; session: Session | undefined }) {
  const { t } = useTranslation("pages");
  const navigate = useNavigate();
  const join = useJoin();
  const known = knownIntroduction(session);
  const form = useForm({
    initial: known,
    required: session?.kind === "member" ? [] : ["name", "department"],
    send: (values) => join.mutateAsync({ code, ...values }),
    done: ({ plan }, values) => {
      rememberIntroduction(values);
      void navigate({ to: "/plans/$planId", params: { planId: plan } });
    },
  });
  return (
    <FormFrame form={form} submitLabel={t("join.submit")} standing="alone">
      {session?.kind === "member" ? (
        <p>{t("join.asMember", { name: session.name })}</p>
      ) : (
        <IntroductionFields form={form} />
      )}
    </FormFrame>
  );
}

function IntroductionFields({ form }: { form: Form<Record<keyof Introduction, string>> }) {
  const { t } = useTranslation("pages");
  return (
    <>
      <TextInput
        {...form.bind("name")}
        size="md"
        label={t("field.yourName")}
        autoComplete="name"
        maxLength={120}
        autoFocus
      />
      <DepartmentField bound={form.bind("department")} description={t("join.departmentHelp")} withChoices />
    </>
  );
}

/** Who is signed in here, else who introduced themselves here last. */
function knownIntroduction(session: Session | undefined): Record<keyof Introduction, string> {
  if (session?.kind === "member" || session?.kind === "guest") {
    return { name: session.name, department: session.department };
  }
  return { ...rememberedIntroduction() };
}
