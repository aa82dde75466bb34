import { describe, expect, it } from "vitest";
import type { Row, Value } from "../../collab";
import { chainOf, type Link, linksIn, usualLink } from "./kinds";
import { servingOf } from "./serving";

function link(from: string, to: string): Link {
  return { id: `${from}>${to}`, from, to, kind: "supports" };
}

function row(id: string, values: Record<string, Value>): Row {
  return { id, order: id, removed: null, values };
}

describe("the way that lights up", () => {
  it("is all that leads to a node and all it leads to, but not what else those lead to", () => {
    const links = [
      link("value", "challenge"),
      link("challenge", "goal"),
      link("goal", "money"),
      link("value", "other"),
    ];
    const { nodes, links: lit } = chainOf("goal", links);
    expect([...nodes].sort()).toEqual(["challenge", "goal", "money", "value"]);
    expect([...lit].sort()).toEqual(["challenge>goal", "goal>money", "value>challenge"]);
  });

  it("ends also where links go in a circle", () => {
    expect(chainOf("a", [link("a", "b"), link("b", "a")]).nodes.size).toBe(2);
  });
});

it("a new link says what is most likely between two kinds", () => {
  expect(usualLink("challenge", "goal")).toBe("hinders");
  expect(usualLink("our_value", "challenge")).toBe("addresses");
  expect(usualLink("goal", "goal")).toBe("supports");
  expect(usualLink(null, null)).toBe("supports");
});

it("a link that lacks an end, or leads back to its beginning, is not drawn", () => {
  const rows = [
    row("whole", { from_node: "a", to_node: "b", kind: "hinders" }),
    row("half", { from_node: "a", to_node: null, kind: "hinders" }),
    row("round", { from_node: "a", to_node: "a", kind: "hinders" }),
  ];
  expect(linksIn(rows)).toEqual([{ id: "whole", from: "a", to: "b", kind: "hinders" }]);
});

it("a goal leads to the objectives that serve it and to their actions, the earliest first", () => {
  const objectives = [
    row("o1", { goals: ["g"] }),
    row("o2", { goals: ["other"] }),
    row("o3", { goals: null }),
  ];
  const actions = [
    row("late", { objective: "o1", due: "2027-09-01" }),
    row("never", { objective: "o1", due: null }),
    row("soon", { objective: "o1", due: "2027-02-01" }),
    row("elsewhere", { objective: "o2" }),
  ];
  const serving = servingOf("g", objectives, actions);
  expect(serving.map(({ objective }) => objective.id)).toEqual(["o1"]);
  expect(serving[0]?.actions.map(({ id }) => id)).toEqual(["soon", "late", "never"]);
});
