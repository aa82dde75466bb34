import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { show } from "../app/testing/onScreen";
import {
  Announcer,
  Avatar,
  AvatarGroup,
  Bar,
  ConfirmDialog,
  CopyField,
  colorOf,
  formatsFor,
  initialsOf,
  localeFor,
  QrCode,
  Ring,
  USUAL_DEPARTMENTS,
  useAnnounce,
} from ".";

describe("a department's colour", () => {
  test("is its own for each of the usual ones", () => {
    expect(new Set(USUAL_DEPARTMENTS.map(colorOf)).size).toBe(USUAL_DEPARTMENTS.length);
  });

  test("does not depend on how the name is typed", () => {
    expect(colorOf("  Supply Chain ")).toBe(colorOf("supply chain"));
    expect(colorOf("Research")).toBe(colorOf("RESEARCH"));
  });

  test.each([...USUAL_DEPARTMENTS, "Research", "IT", "人事"])("of %s carries white letters", (department) => {
    expect(contrastWithWhite(colorOf(department))).toBeGreaterThanOrEqual(4.5);
  });
});

describe("initials", () => {
  test.each([
    ["Ana Ruiz", "AR"],
    ["Jonas van der Keller", "JK"],
    ["mei", "M"],
    ["李小龙", "李"],
    ["", "?"],
  ])("of %j are %j", (name, initials) => expect(initialsOf(name)).toBe(initials));
});

describe("formats", () => {
  test("follow the reader's region within the page's language", () => {
    expect(localeFor("en", ["it-IT", "en-GB", "en-US"])).toBe("en-GB");
    expect(localeFor("en", ["it-IT"])).toBe("en");
    expect(formatsFor("en-GB").day("2027-04-30")).toBe("30 Apr 2027");
  });

  test("say the years a plan covers", () => {
    expect(formatsFor("en").years("2027-01-01", "2029-12-31")).toBe("2027–2029");
    expect(formatsFor("en").years("2027-01-01", "2027-12-31")).toBe("2027");
  });

  test("say the time of today and the day of before", () => {
    expect(formatsFor("en-GB").moment(new Date().toISOString())).toMatch(/^\d\d:\d\d$/);
    expect(formatsFor("en-GB").moment("2026-01-05T12:00:00")).toBe("5 Jan 2026");
  });
});

describe("small parts say in words what they show", () => {
  test("an avatar, and how many are not shown", () => {
    const people = ["Ana", "Mei", "Jo"].map((name) => ({ name, department: "Sales" }));
    show(<AvatarGroup people={people} most={2} />);
    expect(screen.getByRole("img", { name: "Ana · Sales" })).toBeTruthy();
    expect(screen.getByRole("img", { name: "1 more person" })).toBeTruthy();
  });

  test("an avatar of somebody without a department", () => {
    show(<Avatar name="Ana" department="" />);
    expect(screen.getByRole("img", { name: "Ana" })).toBeTruthy();
  });

  test("a ring with a label, and silence without one", () => {
    show(<Ring percent={140} label="All of it" />);
    expect(screen.getByRole("img", { name: "All of it" })).toBeTruthy();
    show(<Ring percent={10} />);
    expect(screen.getAllByRole("img")).toHaveLength(1);
  });

  test("bad news as an alert, other news as a status", () => {
    show(<Bar tone="bad" title="Offline" />);
    show(<Bar title="Saved" />);
    expect(screen.getByRole("alert").textContent).toBe("Offline");
    expect(screen.getByRole("status").textContent).toBe("Saved");
  });

  test("a QR code as a picture of its own", () => {
    show(<QrCode svg="<svg/>" label="Code to join" />);
    expect(screen.getByRole("img", { name: "Code to join" }).getAttribute("src")).toContain("%3Csvg%2F%3E");
  });
});

function Speaker() {
  const announce = useAnnounce();
  return (
    <button type="button" onClick={() => announce("Plan removed.")}>
      Speak
    </button>
  );
}

test("the same news twice is heard twice", async () => {
  const { container } = show(
    <>
      <Speaker />
      <Announcer />
    </>,
  );
  const regions = () => [...container.querySelectorAll("[aria-live]")].map(({ textContent }) => textContent);
  await userEvent.click(screen.getByRole("button"));
  const once = regions();
  await userEvent.click(screen.getByRole("button"));
  expect(once).toContain("Plan removed.");
  expect(regions()).toEqual([...once].reverse());
});

test("Enter alone does no harm in a question", async () => {
  const chosen: string[] = [];
  show(
    <ConfirmDialog
      opened
      title="Remove it?"
      confirmLabel="Remove"
      danger
      onConfirm={() => chosen.push("confirm")}
      onClose={() => chosen.push("close")}
    >
      It can be restored.
    </ConfirmDialog>,
  );
  expect(await screen.findByRole("dialog", { name: "Remove it?" })).toBeTruthy();
  screen.getByRole("button", { name: "Cancel" }).focus();
  await userEvent.keyboard("{Enter}");
  expect(chosen).toEqual(["close"]);
});

test("a copied link says so", async () => {
  userEvent.setup();
  show(<CopyField label="Link" value="https://tavolo.example/join/ABCD2345" />);
  await userEvent.click(screen.getByRole("button", { name: "Copy" }));
  expect(await screen.findByRole("button", { name: "Copied" })).toBeTruthy();
});

function contrastWithWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
