import { Button } from "@mantine/core";
import { type FormEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdits, type Value } from "../../collab";
import {
  fieldIn,
  localToday,
  type Problem,
  ProblemText,
  type SectionDescription,
  useCircumstances,
  useLabels,
  useSection,
  writingOf,
} from "../../form";
import { useAnnounce, useFormats } from "../../ui";
import type { Point } from "./series";
import styles from "./sparks.module.css";

interface AddValueProps {
  kpi: string;
  name: string;
  points: readonly Point[];
}

const NOTHING = { value: "", measured_on: "" };

/** A figure and a day, which is today's unless somebody says another; a second figure for a day corrects the first. */
export function AddValue({ kpi, name, points }: AddValueProps) {
  const { t } = useTranslation("trendViews");
  const read = useReading(useSection("kpi_values"));
  const keep = useKeeping(kpi, points);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const [typed, setTyped] = useState(NOTHING);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = read("value", typed.value);
    const day = typed.measured_on.trim() === "" ? { value: today() } : read("measured_on", typed.measured_on);
    setProblem("problem" in value ? value.problem : "problem" in day ? day.problem : null);
    if ("problem" in value || "problem" in day || typeof value.value !== "number") return;
    keep(value.value, String(day.value));
    setTyped(NOTHING);
    form.current?.querySelector("input")?.focus();
  };
  const bind = (key: keyof typeof NOTHING) => ({
    text: typed[key],
    describedBy: problem ? id : undefined,
    onType: (text: string) => setTyped((now) => ({ ...now, [key]: text })),
  });
  return (
    <form ref={form} className={styles.add} aria-label={t("sparks.add_to", { name })} onSubmit={submit}>
      <Typed {...bind("value")} label={t("sparks.value")} hint={t("sparks.value")} isNumber />
      <Typed {...bind("measured_on")} label={t("sparks.day")} hint={t("sparks.today")} />
      <Button type="submit" variant="default" disabled={typed.value.trim() === ""}>
        {t("sparks.add")}
      </Button>
      <ProblemText problem={problem} id={id} />
    </form>
  );
}

interface TypedProps {
  label: string;
  hint: string;
  text: string;
  describedBy: string | undefined;
  isNumber?: boolean;
  onType(text: string): void;
}

function Typed({ label, hint, text, describedBy, isNumber = false, onType }: TypedProps) {
  return (
    <input
      aria-label={label}
      aria-describedby={describedBy}
      autoComplete="off"
      inputMode={isNumber ? "decimal" : "text"}
      placeholder={hint}
      value={text}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

function today(): string {
  return localToday(new Date());
}

/** Reads what was typed by the rules of its field: "1.2k", "yesterday". */
function useReading(
  section: SectionDescription,
): (key: string, text: string) => { value: Value } | { problem: Problem } {
  const circumstances = useCircumstances(undefined);
  return (key, text) => {
    const field = fieldIn(section, key);
    const writing = field && writingOf(field, circumstances);
    return writing ? writing.read(text) : { value: null };
  };
}

/** Adds a value, or corrects the one of that day, and says which. */
function useKeeping(kpi: string, points: readonly Point[]): (value: number, day: string) => void {
  const { t } = useTranslation(["trendViews", "tools"]);
  const labels = useLabels();
  const section = useSection("kpi_values");
  const edits = useEdits();
  const announce = useAnnounce();
  const formats = useFormats();
  return (value, day) => {
    const known = points.findLast((point) => point.day === day);
    const words = {
      value: formats.number(value),
      day: formats.day(day),
      one: labels.section(section, "one"),
    };
    if (known) {
      edits.set("kpi_values", known.id, "value", value);
      announce(t("sparks.corrected", words));
    } else if (edits.add("kpi_values", { kpi, value, measured_on: day }) !== null) {
      announce(t("sparks.added", words));
    } else announce(t("tools:full", { count: section.limit }));
  };
}
