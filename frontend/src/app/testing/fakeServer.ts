import { vi } from "vitest";

/** What a route answers: a body, or a body with a status. */
export type Answer = { status: number; body: unknown } | ((sent: unknown) => unknown);

export interface Sent {
  route: string;
  body: unknown;
}

/**
 * Answers in the server's place, by `"METHOD /path"`, and keeps what was sent. A route that is not named answers 404.
 */
export function fakeServer(routes: Record<string, Answer>): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const route = `${request.method} ${pathname}${search}`;
    const text = await request.text();
    const body: unknown = text ? JSON.parse(text) : null;
    sent.push({ route, body });
    const answer = routes[route];
    if (!answer) return refusal(404, "unknown_page", "There is nothing at this address");
    return typeof answer === "function" ? json(200, await answer(body)) : json(answer.status, answer.body);
  });
  return sent;
}

function json(status: number, body: unknown): Response {
  if (body === undefined || status === 204) return new Response(null, { status: 204 });
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

function refusal(status: number, code: string, detail: string): Response {
  return json(status, problem(status, code, detail));
}

/** A problem as the server writes it. */
export function problem(status: number, code: string, detail: string, more: object = {}) {
  return { type: "about:blank", title: detail, status, code, detail, remedy: "", ...more };
}
