import { Input, SegmentedControl, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../ui";
import type { Form } from "../forms";
import styles from "./PeriodFields.module.css";
import { isDay, LENGTHS, lastDay } from "./period";

/** What a plan covers: its first day and how many years, with the last day worked out in words. */
export function PeriodFields({ form }: { form: Form<{ title: string; starts_on: string; years: string }> }) {
  const { t } = useTranslation("pages");
  const formats = useFormats();
  const { starts_on: startsOn, years } = form.values;
  return (
    <div>
      <div className={styles.period}>
        <TextInput {...form.bind("starts_on")} type="date" label={t("field.startsOn")} />
        <Input.Wrapper label={t("field.years")} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t("field.years")}
            value={years}
            onChange={(value) => form.set("years", value)}
            data={LENGTHS.map((count) => ({ value: String(count), label: t("period.years", { count }) }))}
          />
        </Input.Wrapper>
      </div>
      {isDay(startsOn) && (
        <p className={styles.until}>
          {t("period.until", { day: formats.day(lastDay(startsOn, Number(years))) })}
        </p>
      )}
    </div>
  );
}
