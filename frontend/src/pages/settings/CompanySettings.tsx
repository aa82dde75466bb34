import { Skeleton, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  asProblem,
  type Company,
  companyLogoAddress,
  companyQuery,
  useChangeCompanyLogo,
  useRenameCompany,
} from "../../api";
import { FormFrame, ProblemBar, useForm } from "../forms";
import styles from "./CompanySettings.module.css";
import { LogoField } from "./LogoField";
import { Saved } from "./Saved";

/** The company's name and logo, as they stand on plans and invitations. */
export function CompanySettings() {
  const { t } = useTranslation("pages");
  const company = useQuery(companyQuery);
  const logo = useChangeCompanyLogo();
  if (company.isError) {
    return <ProblemBar problem={asProblem(company.error)} onAgain={() => void company.refetch()} />;
  }
  if (!company.data) return <Skeleton height={120} />;
  const { has_logo: hasLogo } = company.data;
  return (
    <>
      <CompanyNameForm company={company.data} />
      <LogoField
        hasLogo={hasLogo}
        help={t("logo.help")}
        change={logo.mutateAsync}
        picture={(version) =>
          hasLogo ? (
            <img src={companyLogoAddress(version)} alt={t("logo.ofCompany")} />
          ) : (
            <span className={styles.none}>{t("logo.none")}</span>
          )
        }
      />
      <p>
        <Link to="/audit">{t("settings.audit")}</Link>
      </p>
    </>
  );
}

function CompanyNameForm({ company }: { company: Company }) {
  const { t } = useTranslation("pages");
  const rename = useRenameCompany();
  const [kept, setKept] = useState<string>();
  const form = useForm({
    initial: { company: company.company },
    required: ["company"],
    send: rename.mutateAsync,
    done: (_, values) => setKept(values.company),
  });
  return (
    <FormFrame
      form={form}
      submitLabel={t("form.save")}
      beside={kept === form.values.company && <Saved>{t("form.saved")}</Saved>}
    >
      <TextInput {...form.bind("company")} label={t("field.company")} maxLength={200} />
    </FormFrame>
  );
}
