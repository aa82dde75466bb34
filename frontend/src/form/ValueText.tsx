import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { type Stamp, usePeople, usePlanSession, type Value } from "../collab";
import { Avatar } from "../ui";
import { type FieldDescription, type ScaleField, useLookup } from "./description";
import scales from "./inputs/Scale.module.css";
import { ScaleMark } from "./inputs/ScaleMark";
import { hasDots, markOf, stepsOf } from "./inputs/scale";
import { useLabels } from "./labels";
import { useRecordName } from "./names";
import { namePlace } from "./places";
import { formatStampTime } from "./reading/formatting";
import { ReaderProvider, useFormatValue, useLocale } from "./reading/ReaderProvider";
import styles from "./ValueText.module.css";

interface ValueTextProps {
  section: string;
  field: FieldDescription;
  value: Value;
  /** What the record says its amounts are in. */
  currency?: Value | undefined;
}

/** A value to read, as in the cell of a table. */
export function ValueText(props: ValueTextProps) {
  if (props.value === null) return null;
  return (
    <ReaderProvider>
      <Said {...props} />
    </ReaderProvider>
  );
}

function Said({ section, field, value, currency = null }: ValueTextProps) {
  const format = useFormatValue();
  switch (field.kind) {
    case "scale":
      return <ScaleText section={section} field={field} value={Number(value)} />;
    case "ref":
    case "refs":
      return (
        <Names section={section} field={field} values={Array.isArray(value) ? value : [String(value)]} />
      );
    case "people":
      return <People keys={Array.isArray(value) ? value : []} />;
    case "stamp":
      return <StampText stamp={value as Stamp} />;
    case "target":
      return <PlaceText target={String(value)} />;
    case "web_link":
      return (
        <Address href={String(value)} text={String(value).replace(/^https?:\/\/(www\.)?|\/$/gu, "")} isAway />
      );
    case "email":
      return <Address href={`mailto:${String(value)}`} text={String(value)} />;
    default:
      return <span className={styles.text}>{format(section, field, value, currency)}</span>;
  }
}

function ScaleText({ section, field, value }: { section: string; field: ScaleField; value: number }) {
  const words = useLabels().step(section, field, value);
  if (field.low < 0) {
    const kind = markOf(field, value);
    return (
      <span className={scales.sided} data-kind={kind}>
        <ScaleMark kind={kind} />
        {words || (value > 0 ? `+${value}` : value)}
      </span>
    );
  }
  // A scale that begins with "none" reads better as words than as no dots.
  if (!hasDots(field) || (field.low === 0 && words !== "")) return <span>{words || value}</span>;
  const label = words ? `${value} / ${field.high} · ${words}` : `${value} / ${field.high}`;
  return (
    <span className={scales.dots} role="img" aria-label={label} title={label}>
      {stepsOf(field).map((step) => (
        <span key={step} data-filled={step <= value || undefined} />
      ))}
    </span>
  );
}

function Names({
  section,
  field,
  values,
}: {
  section: string;
  field: FieldDescription;
  values: readonly string[];
}) {
  const labels = useLabels();
  const also = field.kind === "ref" ? field.also : [];
  const to = field.kind === "ref" || field.kind === "refs" ? field.to : "";
  return values.map((value, index) => (
    <Fragment key={value}>
      {index > 0 && ", "}
      {also.some((option) => option.value === value) ? (
        labels.choice(section, field, value)
      ) : (
        <RecordName section={to} id={value} />
      )}
    </Fragment>
  ));
}

/** The name of another record; crossed out when it lies in the bin. */
export function RecordName({ section, id }: { section: string; id: string }) {
  const { t } = useTranslation("form");
  const { text, isGone, department } = useRecordName(section, id);
  if (isGone) {
    return (
      <s className={styles.gone} title={t("reference.gone")}>
        {text}
      </s>
    );
  }
  if (department === null) return <span>{text}</span>;
  return (
    <span className={styles.person}>
      <span aria-hidden="true">
        <Avatar name={text} department={department} size={20} />
      </span>
      {text}
    </span>
  );
}

function People({ keys }: { keys: readonly string[] }) {
  const { t } = useTranslation("form");
  const people = usePeople();
  return keys
    .map((key) => people.find((person) => person.participant === key)?.name ?? t("people.away"))
    .join(", ");
}

function StampText({ stamp }: { stamp: Stamp }) {
  const locale = useLocale();
  return (
    <span className={styles.person}>
      <span aria-hidden="true">
        <Avatar name={stamp.name} department={stamp.department} size={20} />
      </span>
      <span>
        {stamp.name} <time dateTime={stamp.at}>{formatStampTime(stamp, locale)}</time>
      </span>
    </span>
  );
}

function PlaceText({ target }: { target: string }) {
  const { t } = useTranslation("form");
  const { doc } = usePlanSession();
  const name = namePlace(doc, useLookup(), useLabels(), target);
  return name === null ? <s className={styles.gone}>{t("reference.lost")}</s> : <span>{name}</span>;
}

function Address({ href, text, isAway = false }: { href: string; text: string; isAway?: boolean }) {
  // The server lets only http, https and mailto in; a copy that was tampered with must not run here either.
  if (!/^(https?:\/\/|mailto:)/iu.test(href)) return <span>{text}</span>;
  return (
    <a
      className={styles.link}
      href={href}
      {...(isAway && { target: "_blank", rel: "noopener noreferrer nofollow" })}
    >
      {text}
    </a>
  );
}
