import { beforeEach, expect, test, vi } from "vitest";
import { whenArrived } from "./arrival";

const PAGE = '<main id="main"></main>';
const SHAPE = '<main id="main" aria-busy="true"></main>';

beforeEach(() => {
  document.body.innerHTML = "";
});

/** Mutations are told at the end of the task. */
const turn = () => new Promise((then) => queueMicrotask(() => then(undefined)));

test("a page that is there is arrived at once", () => {
  document.body.innerHTML = PAGE;
  const arrive = vi.fn();
  whenArrived(arrive);
  expect(arrive).toHaveBeenCalledOnce();
});

test("the shape of a page is waited out, also when the page is already behind it, and told once", async () => {
  document.body.innerHTML = SHAPE;
  const arrive = vi.fn();
  whenArrived(arrive);
  document.body.insertAdjacentHTML("beforeend", `<div hidden>${PAGE}</div>`);
  await turn();
  expect(arrive).not.toHaveBeenCalled();
  document.body.innerHTML = PAGE;
  await turn();
  document.body.insertAdjacentHTML("beforeend", "<p>More</p>");
  await turn();
  expect(arrive).toHaveBeenCalledOnce();
});

test("whoever goes elsewhere meanwhile gives it up", async () => {
  document.body.innerHTML = SHAPE;
  const arrive = vi.fn();
  whenArrived(arrive)();
  document.body.innerHTML = PAGE;
  await turn();
  expect(arrive).not.toHaveBeenCalled();
});
