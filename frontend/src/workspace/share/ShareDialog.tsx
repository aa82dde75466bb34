import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { asProblem, planPeopleQuery } from "../../api";
import { ProblemBar } from "../../pages/forms";
import { useIsPhone } from "../frame/screen";
import { useWorkspace } from "../frame/workspaceContext";
import { GuestList } from "./GuestList";
import { JoinCodePart } from "./JoinCodePart";
import { MemberList } from "./MemberList";

/** How people come to the table: the code for guests, who has come by it, and which members have access. */
export function ShareDialog() {
  const { t } = useTranslation("workspace");
  const { dialog, show } = useWorkspace();
  const isPhone = useIsPhone();
  return (
    <Modal
      opened={dialog === "share"}
      onClose={() => show(null)}
      size={640}
      fullScreen={isPhone}
      title={t("share.title")}
      closeButtonProps={{ "aria-label": t("dialog.close") }}
    >
      <JoinCodePart />
      <People />
    </Modal>
  );
}

function People() {
  const { planId } = useWorkspace();
  const people = useQuery(planPeopleQuery(planId));
  if (people.error) {
    return <ProblemBar problem={asProblem(people.error)} onAgain={() => void people.refetch()} />;
  }
  if (!people.data) return null;
  return (
    <>
      <GuestList guests={people.data.guests} />
      <MemberList members={people.data.members} />
    </>
  );
}
