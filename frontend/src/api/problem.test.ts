import { describe, expect, test } from "vitest";
import { fakeServer, problem } from "../app/testing/fakeServer";
import { answerTo, api } from "./client";
import { asProblem, Problem, problemFrom, UNREACHABLE, UNREADABLE } from "./problem";

describe("a problem", () => {
  test("carries the server's code, words and remedy", () => {
    const found = problemFrom(409, problem(409, "name_taken", "Taken", { remedy: "Choose another name." }));
    expect(found).toMatchObject({
      status: 409,
      code: "name_taken",
      detail: "Taken",
      remedy: "Choose another name.",
    });
  });

  test("tells the fault of one field, however deep the server names it", () => {
    const errors = [
      { where: "json/email", message: "No address." },
      { where: "name", message: "Too long." },
    ];
    const found = problemFrom(422, problem(422, "invalid", "Invalid", { errors }));
    expect(found.about("email")).toBe("No address.");
    expect(found.about("name")).toBe("Too long.");
    expect(found.about("department")).toBeUndefined();
  });

  test("is made of an answer that a proxy wrote", () => {
    expect(problemFrom(502, "<html>Bad gateway</html>")).toMatchObject({ status: 502, code: UNREADABLE });
    expect(problemFrom(500, null).code).toBe(UNREADABLE);
  });

  test("skips errors that are not located", () => {
    const body = problem(422, "invalid", "Invalid", {
      errors: ["nonsense", { where: "name", message: "x" }],
    });
    expect(problemFrom(422, body).errors).toEqual([{ where: "name", message: "x" }]);
  });

  test("stays itself when it is thrown on", () => {
    const thrown = new Problem({ status: 403, code: "not_allowed", detail: "No" });
    expect(asProblem(thrown)).toBe(thrown);
  });
});

describe("asking the server", () => {
  test("gives the answer's body", async () => {
    fakeServer({ "GET /api/company": () => ({ company: "Lakeside Systems", has_logo: false }) });
    expect(await answerTo(api.GET("/api/company"))).toEqual({ company: "Lakeside Systems", has_logo: false });
  });

  test("throws a problem for a refusal", async () => {
    fakeServer({ "GET /api/company": { status: 403, body: problem(403, "not_allowed", "Not yours") } });
    await expect(answerTo(api.GET("/api/company"))).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("throws a problem when nobody answers", async () => {
    await expect(answerTo(api.GET("/api/company"))).rejects.toMatchObject({ status: 0, code: UNREACHABLE });
  });

  test("takes an answer without a body", async () => {
    fakeServer({ "DELETE /api/session": { status: 204, body: null } });
    await expect(answerTo(api.DELETE("/api/session"))).resolves.toBeUndefined();
  });
});
