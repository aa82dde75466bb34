import { renderHook } from "@testing-library/react";
import { createInstance, type i18n } from "i18next";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Finding } from "../../collab";
import words from "../../locales/en/findings.json";
import { useFindingWords } from "./findingWords";

let english: i18n;

beforeEach(async () => {
  english = createInstance();
  const sentences = {
    late: { message: '"{{title}}" is due {{due, day}}, after {{ends, month}}.', remedy: "" },
    rich: { message: "{{amount, money}} of {{names, list}}: {{share, percent}}.", remedy: "Sell more." },
    many: { message_one: "{{count, number}} cell.", message_other: "{{count, number}} cells.", remedy: "" },
  };
  const en = { plan: { findings: sentences }, findings: words };
  await english.init({ lng: "en", resources: { en }, interpolation: { escapeValue: false } });
});

afterEach(() => vi.restoreAllMocks());

function say(code: string, values: Finding["values"], locale = "en-GB") {
  vi.spyOn(navigator, "languages", "get").mockReturnValue([locale]);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <I18nextProvider i18n={english}>{children}</I18nextProvider>
  );
  const { result } = renderHook(() => useFindingWords(), { wrapper });
  return result.current({ code, where: "actions", values, severity: "must", mend: [], aside: null });
}

test("days and months read as the reader writes them", () => {
  const values = { title: "Renew licence", due: "2027-05-03", ends: "2027-04" };
  expect(say("late", values).message).toBe('"Renew licence" is due 3 May 2027, after April 2027.');
  expect(say("late", values, "en-US").message).toBe('"Renew licence" is due May 3, 2027, after April 2027.');
});

test("amounts, shares and lists read as the reader writes them", () => {
  const values = { amount: 1_200_000, currency: "EUR", names: ["Ana", "Ben", "Cleo"], share: 0.4 };
  expect(say("rich", values)).toEqual({
    message: "€1,200,000 of Ana, Ben and Cleo: 40%.",
    remedy: "Sell more.",
  });
  expect(say("rich", { ...values, currency: "" }).message).toContain("1,200,000 of");
});

test("one and many are told apart, and large numbers are grouped", () => {
  expect(say("many", { count: 1 }).message).toBe("1 cell.");
  expect(say("many", { count: 1_250 }).message).toBe("1,250 cells.");
});

test("a record without a title is called untitled", () => {
  expect(say("late", { title: "", due: "2027-05-03", ends: "2027-04" }).message).toMatch(/^"Untitled"/);
});

test("what somebody has typed is shown as it is, whatever signs are in it", () => {
  const title = "{{due}} $t(findings:title) <b>";
  expect(say("late", { title, due: "2027-05-03", ends: "2027-04" }).message).toContain(`"${title}"`);
});

test("a finding of a newer server, whose words these pages lack, still says that there is something", () => {
  expect(say("brand_new", {})).toEqual({ message: "There is something to look at here.", remedy: "" });
});
