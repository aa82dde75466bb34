import { vi } from "vitest";

/** Answers by "METHOD /path" below `/api`: a value, or a function of what was sent. */
export type FakeAnswers = Record<string, unknown | ((body: unknown) => unknown)>;

/** What the fake answers with instead of success. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly problem: { code: string; detail: string; remedy?: string },
  ) {}
}

/** Stands in for the server: answers what is listed, and 404 to the rest. */
export function answerWith(answers: FakeAnswers): void {
  vi.stubGlobal("fetch", async (input: RequestInfo, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(input, location.href), init);
    const key = `${request.method} ${new URL(request.url).pathname.replace(/^\/api/, "")}`;
    if (!(key in answers)) return answer(404, { code: "unknown", detail: `Nothing at ${key}.` });
    const known = answers[key];
    const body = request.method === "GET" ? null : await request.json().catch(() => null);
    const said = typeof known === "function" ? known(body) : known;
    return said instanceof Refusal ? answer(said.status, said.problem) : answer(200, said);
  });
}

function answer(status: number, content: unknown): Response {
  return new Response(JSON.stringify(content ?? null), {
    status,
    headers: { "content-type": "application/json" },
  });
}
