import { describe, expect, test } from "vitest";
import words from "../../locales/en/form.json";
import { addMonths, isDay } from "./calendar";
import { type DayWords, readDay } from "./days";

const TODAY = "2026-11-21";
const ITALIAN: DayWords = {
  today: "oggi",
  tomorrow: "domani",
  yesterday: "ieri",
  after_tomorrow: "dopodomani",
  in: "tra|fra",
  next: "prossimo|prossima",
  later: "dopo",
  ago: "fa",
  one: "un|una|uno",
  days: "giorno|giorni",
  weeks: "settimana|settimane",
  months: "mese|mesi",
  years: "anno|anni",
};
const CHINESE: DayWords = {
  ...ITALIAN,
  today: "今天",
  tomorrow: "明天",
  in: "再过",
  later: "后|之后",
  ago: "前",
  one: "一",
  days: "天",
  weeks: "周|星期",
};

describe("days as people type them", () => {
  test.each([
    ["31.3.27", "2027-03-31"],
    ["31.03.2027", "2027-03-31"],
    ["31/3/2027", "2027-03-31"],
    ["3/31/2027", "2027-03-31"],
    ["2027-03-31", "2027-03-31"],
    ["2027/3/31", "2027-03-31"],
    ["20270331", "2027-03-31"],
    ["March 31", "2027-03-31"],
    ["31 march", "2027-03-31"],
    ["31st of March 2027", "2027-03-31"],
    ["Mar 31, 2027", "2027-03-31"],
    ["31-Mar-27", "2027-03-31"],
    ["sept 2", "2026-09-02"],
    ["12 Nov", "2026-11-12"],
    ["31.3.", "2027-03-31"],
    ["Today", "2026-11-21"],
    ["tomorrow", "2026-11-22"],
    ["yesterday", "2026-11-20"],
    ["in 2 weeks", "2026-12-05"],
    ["2 weeks", "2026-12-05"],
    ["+3d", "2026-11-24"],
    ["in a month", "2026-12-21"],
    ["3 months from now", "2027-02-21"],
    ["two weeks ago", null],
    ["2 weeks ago", "2026-11-07"],
    ["next week", "2026-11-28"],
    ["next year", "2027-11-21"],
    ["Friday", "2026-11-27"],
    ["next mon", "2026-11-23"],
    ["Saturday", "2026-11-28"],
  ])("%s, typed on 21 November 2026, is %s", (typed, expected) => {
    expect(readDay(typed, "en-US", TODAY, words.day.words)).toBe(expected);
  });

  test("a day that could be either follows the reader's order", () => {
    expect(readDay("3/4/2027", "en-US", TODAY, words.day.words)).toBe("2027-03-04");
    expect(readDay("3/4/2027", "en-GB", TODAY, words.day.words)).toBe("2027-04-03");
    expect(readDay("3.4.2027", "en-US", TODAY, words.day.words)).toBe("2027-04-03");
  });

  test.each([
    ["domani", "2026-11-22"],
    ["tra 2 settimane", "2026-12-05"],
    ["31 marzo", "2027-03-31"],
    ["31 marzo 2027", "2027-03-31"],
    ["venerdì", "2026-11-27"],
    ["3/4/2027", "2027-04-03"],
  ])("%s is understood in Italian", (typed, expected) => {
    expect(readDay(typed, "it", TODAY, ITALIAN)).toBe(expected);
  });

  test.each([
    ["2027年3月31日", "2027-03-31"],
    ["3月31日", "2027-03-31"],
    ["明天", "2026-11-22"],
    ["2周后", "2026-12-05"],
    ["2027/3/31", "2027-03-31"],
  ])("%s is understood in Chinese", (typed, expected) => {
    expect(readDay(typed, "zh", TODAY, CHINESE)).toBe(expected);
  });

  test.each([
    "",
    "soon",
    "31",
    "2027",
    "31.2.2027",
    "30 February",
    "March 2027",
    "1.2.3.4",
    "45/45/2027",
    "in weeks",
  ])("%j is not a day", (typed) => {
    expect(readDay(typed, "en-US", TODAY, words.day.words)).toBeNull();
  });

  test.each(["en-US", "en-GB", "it", "de", "fr", "zh"])(
    "a day formatted for %s reads back as itself",
    (language) => {
      const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
      for (let month = 1; month <= 12; month++) {
        const day = `2027-${String(month).padStart(2, "0")}-09`;
        expect(readDay(format.format(new Date(day)), language, TODAY, words.day.words)).toBe(day);
      }
    },
  );
});

test("a month after the last of January is the last of February", () => {
  expect(addMonths("2027-01-31", 1)).toBe("2027-02-28");
  expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
  expect(addMonths("2027-03-15", -3)).toBe("2026-12-15");
});

test("a stored day is one the calendar has", () => {
  expect(isDay("2028-02-29")).toBe(true);
  expect(isDay("2027-02-29")).toBe(false);
  expect(isDay("2027-2-9")).toBe(false);
});
