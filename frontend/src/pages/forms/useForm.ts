import { type ChangeEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem } from "../../api";

type Values = Record<string, string>;
/** What is wrong, by field. */
type Faults = Record<string, string | undefined>;

interface FormOptions<V extends Values, Answer> {
  initial: V;
  /** Fields that may not be empty. */
  required?: readonly (keyof V)[];
  /** What else can be seen to be wrong before anything is sent. */
  check?: (values: V) => Faults;
  /** Sends the values; rejects with a `Problem`. */
  send: (values: V) => Promise<Answer>;
  done?: (answer: Answer, values: V) => void;
}

export interface Bound {
  name: string;
  value: string;
  error: string | undefined;
  "aria-required": boolean;
  onChange: (change: string | ChangeEvent<HTMLInputElement | HTMLSelectElement>) => void;
}

export interface Form<V extends Values = Values> {
  values: V;
  set: (field: keyof V, value: string) => void;
  /** The properties that tie a labelled input to a field. */
  bind: (field: keyof V & string) => Bound;
  submit: () => Promise<void>;
  busy: boolean;
  /** What went wrong as a whole; faults of single fields stand beside them. */
  problem: Problem | null;
}

/** A form's values, what is wrong with each, and sending them: one at a time, however often Enter is pressed. */
export function useForm<V extends Values, Answer>(options: FormOptions<V, Answer>): Form<V> {
  const { t } = useTranslation("pages");
  const [values, setValues] = useState(options.initial);
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);

  function set(field: keyof V, value: string) {
    setValues((before) => ({ ...before, [field]: value }));
    setFaults((before) => ({ ...before, [field]: undefined }));
  }

  async function submit() {
    if (underWay.current) return;
    const found = faultsOf(values, options, t("form.required"));
    setFaults(found);
    setProblem(null);
    if (Object.values(found).some(Boolean)) return;
    underWay.current = true;
    setBusy(true);
    await options.send(values).then(
      (answer) => options.done?.(answer, values),
      (thrown: unknown) => setProblem(asProblem(thrown)),
    );
    underWay.current = false;
    setBusy(false);
  }

  const bind = (field: keyof V & string): Bound => ({
    name: field,
    value: values[field] ?? "",
    error: faults[field] ?? problem?.about(field),
    "aria-required": options.required?.includes(field) ?? false,
    onChange: (change) => set(field, typeof change === "string" ? change : change.currentTarget.value),
  });
  return { values, set, bind, submit, busy, problem };
}

function faultsOf<V extends Values, Answer>(
  values: V,
  { required = [], check }: FormOptions<V, Answer>,
  missing: string,
): Faults {
  const faults: Faults = { ...check?.(values) };
  for (const field of required as readonly string[]) {
    if (!values[field]?.trim()) faults[field] = missing;
  }
  return faults;
}
