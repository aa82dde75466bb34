import { act, fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { createLocalSession, type PlanValues, useRows } from "../../collab";
import { useSection } from "../../form";
import { held } from "../../form/testing/renderInPlan";
import { stage } from "../../workspace/testing/Scene";
import PowerGrid from "./PowerGrid";

const PEOPLE: PlanValues = {
  stakeholders: [
    { id: "ines", name: "Ines Moreau", power: 5, interest: 2, stance: 1 },
    { id: "jan", name: "Jan Novak", power: 2, interest: 4 },
    { id: "bo", name: "Bo Tan" },
  ],
};

const onOpen = vi.fn();

function GridOfPlan() {
  const rows = useRows("stakeholders");
  const section = useSection("stakeholders");
  return <PowerGrid section={section} label="Stakeholders" rows={rows} all={rows} canEdit onOpen={onOpen} />;
}

async function show(values: PlanValues = PEOPLE) {
  const session = createLocalSession(values);
  const scene = await stage(session, <GridOfPlan />);
  await screen.findByRole("list", { name: "Signs" });
  return { ...scene, session };
}

function card(name: string): HTMLElement {
  return screen.getByRole("button", { name: new RegExp(`^${name}: `, "u") });
}

function field(name: string): HTMLElement {
  return screen.getByRole("group", { name: new RegExp(`^${name}`, "u") });
}

describe("power against interest", () => {
  test("puts everybody into one of four fields, and into the tray whom nobody has placed", async () => {
    await show();
    expect(within(field("Keep satisfied, 1 person")).getByText("Ines Moreau")).toBeTruthy();
    expect(within(field("Keep informed, 1 person")).getByText("Jan Novak")).toBeTruthy();
    expect(within(field("Not placed yet")).getByText("Bo Tan")).toBeTruthy();
    expect(field("Key players, 0 people")).toBeTruthy();
  });

  test("says in words what the signs say", async () => {
    await show();
    expect(card("Ines Moreau").getAttribute("aria-label")).toBe(
      "Ines Moreau: power 5, interest 2, Supporter",
    );
  });

  test("is worked with the arrow keys, and says where somebody stands now", async () => {
    const { user, session, announced } = await show();
    act(() => card("Ines Moreau").focus());
    await user.keyboard("{ArrowRight}");
    expect(held(session, "stakeholders", "ines", "interest")).toBe(3);
    expect(announced()).toBe("Ines Moreau: power 5, interest 3. Key players.");
    expect(document.activeElement).toBe(card("Ines Moreau"));
    await user.keyboard("{ArrowUp}{Delete}");
    expect(held(session, "stakeholders", "ines", "power")).toBeNull();
    expect(held(session, "stakeholders", "ines", "interest")).toBeNull();
  });

  test("takes back a move of power and interest in one step", async () => {
    const { user, session } = await show();
    act(() => card("Bo Tan").focus());
    await user.keyboard("{ArrowUp}");
    expect(held(session, "stakeholders", "bo", "power")).toBe(3);
    act(() => session.edits.undo());
    expect(held(session, "stakeholders", "bo", "power")).toBeNull();
    expect(held(session, "stakeholders", "bo", "interest")).toBeNull();
  });

  test("takes whom a mouse drags into a square, and a click after the drag opens nobody", async () => {
    const { session } = await show();
    const target = document.querySelector('[data-square="1/1"]');
    document.elementFromPoint = () => target;
    fireEvent.pointerDown(card("Jan Novak"), {
      button: 0,
      isPrimary: true,
      pointerId: 1,
      clientX: 0,
      clientY: 0,
    });
    fireEvent.pointerMove(window, { pointerId: 1, clientX: 40, clientY: 40 });
    fireEvent.pointerUp(window, { pointerId: 1 });
    fireEvent.click(card("Jan Novak"));
    expect(held(session, "stakeholders", "jan", "power")).toBe(1);
    expect(held(session, "stakeholders", "jan", "interest")).toBe(1);
    expect(onOpen).not.toHaveBeenCalled();
  });

  test("lets go of whom a mouse drags when Escape is pressed", async () => {
    const { session } = await show();
    document.elementFromPoint = () => document.querySelector('[data-square="1/1"]');
    fireEvent.pointerDown(card("Jan Novak"), {
      button: 0,
      isPrimary: true,
      pointerId: 1,
      clientX: 0,
      clientY: 0,
    });
    fireEvent.pointerMove(window, { pointerId: 1, clientX: 40, clientY: 40 });
    fireEvent.keyDown(window, { key: "Escape" });
    fireEvent.pointerUp(window, { pointerId: 1 });
    expect(held(session, "stakeholders", "jan", "power")).toBe(2);
  });

  test("says what to do while nobody is placed", async () => {
    await show({ stakeholders: [{ name: "Bo Tan" }] });
    expect(screen.getByText(/^Nobody has said yet how much these people decide/u)).toBeTruthy();
  });
});
