/** Numbers the way people type them: "1.2m", "1 200 000,50", "40 %", "€ 1.2k", "(500)", "3万". */

export interface TypedNumber {
  value: number;
  /** ISO 4217 code when a currency was typed, such as `EUR`. */
  currency: string | null;
}

const SPACES = /[\s\u00a0\u2007\u2009\u202f]+/gu;
const APOSTROPHES = /(?<=\d)['’](?=\d{3})/gu;

const SYMBOLS: Readonly<Record<string, string>> = {
  "€": "EUR",
  $: "USD",
  "£": "GBP",
  "¥": "CNY",
  "₹": "INR",
  "₩": "KRW",
};

const MULTIPLES: Readonly<Record<string, number>> = {
  k: 1e3,
  th: 1e3,
  tsd: 1e3,
  mila: 1e3,
  thousand: 1e3,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  milione: 1e6,
  milioni: 1e6,
  百万: 1e6,
  亿: 1e8,
  億: 1e8,
  b: 1e9,
  bn: 1e9,
  mld: 1e9,
  mrd: 1e9,
  billion: 1e9,
  billions: 1e9,
  miliardo: 1e9,
  miliardi: 1e9,
};

/** Return the character between whole and fraction in this language: "." or ",". */
export function decimalMark(language: string): string {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.find((part) => part.type === "decimal")?.value ?? ".";
}

/**
 * Return the number that was typed, or null when it is none.
 *
 * The mark that the language does not use for fractions still makes one when it cannot be grouping:
 * "1,5" is one and a half in English too, "1,500" is not.
 */
export function readNumber(typed: string, language: string, unit = ""): TypedNumber | null {
  let rest = typed.normalize("NFKC").replace(/[−–]/gu, "-").replace(SPACES, "").replace(APOSTROPHES, "");
  const currency = currencyIn(rest);
  rest = rest.replace(currency?.written ?? "", "").replace("%", "");
  rest = withoutUnit(rest, language, unit);
  const sign = /^\(.*\)$|^-|-$/u.test(rest) ? -1 : 1;
  const [, digits, multiple] =
    /^([\d.,]+)(\p{L}*)\.?$/u.exec(rest.replace(/^\((.*)\)$|^[-+]|-$/gu, "$1")) ?? [];
  if (digits === undefined) return null;
  const times = multiple ? MULTIPLES[multiple.toLowerCase()] : 1;
  const amount = readDigits(digits, decimalMark(language));
  if (times === undefined || amount === null) return null;
  // 1.1 * 1e6 is 1100000.0000000002: nobody typed that.
  const value = Number((sign * amount * times).toPrecision(15));
  return Number.isFinite(value) ? { value: value === 0 ? 0 : value, currency: currency?.code ?? null } : null;
}

function currencyIn(text: string): { code: string; written: string } | null {
  for (const [symbol, code] of Object.entries(SYMBOLS)) {
    if (text.includes(symbol)) return { code, written: symbol };
  }
  const written = /^[A-Za-z]{3}(?=[-(\d.,])|[A-Za-z]{3}$/u.exec(text)?.[0] ?? "";
  const code = written.toUpperCase();
  if (written.toLowerCase() in MULTIPLES || !knownCurrencies().has(code)) return null;
  return { code, written };
}

let known: ReadonlySet<string> | null = null;

function knownCurrencies(): ReadonlySet<string> {
  known ??= new Set(Intl.supportedValuesOf("currency"));
  return known;
}

/** The forms that a unit has beside one, two and many: "day" and "days". */
function withoutUnit(text: string, language: string, unit: string): string {
  if (unit === "") return text;
  const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" });
  const forms = [1, 2, 5].flatMap((count) =>
    format.formatToParts(count).flatMap(({ type, value }) => (type === "unit" ? value : [])),
  );
  for (const form of forms.map((words) => words.replace(SPACES, "").toLowerCase())) {
    if (text.toLowerCase().endsWith(form)) return text.slice(0, text.length - form.length);
  }
  return text;
}

function readDigits(text: string, decimal: string): number | null {
  const marks = text.replace(/\d/gu, "");
  const last = marks.at(-1) ?? "";
  if (!/\d/u.test(text)) return null;
  if (new Set(marks).size === 2) return split(text, last);
  if (marks.length > 1) return grouped(text);
  if (last !== "" && last !== decimal && /^[1-9]\d{0,2}[.,]\d{3}$/u.test(text)) return grouped(text);
  return Number(text.replace(",", "."));
}

/** Read digits whose fraction begins at `mark` and whose whole part is grouped by the other mark. */
function split(text: string, mark: string): number | null {
  const [whole = "", fraction = "", ...more] = text.split(mark);
  const thousands = grouped(whole);
  return more.length > 0 || thousands === null ? null : Number(`${thousands}.${fraction}`);
}

/** Read whole digits in groups of three, or as in India with groups of two before the last three. */
function grouped(text: string): number | null {
  return /^\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/u.test(text) ? Number(text.replace(/[.,]/gu, "")) : null;
}
