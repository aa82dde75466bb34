import createClient from "openapi-fetch";
import type { paths } from "./api.generated";
import { asProblem, problemFrom } from "./problem";

/** The server's routes, typed by its own description. */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? "",
  credentials: "same-origin",
  // Looked up at each call, so that a test can close the network or answer in its place.
  fetch: (request) => globalThis.fetch(request),
});

/** What a route gives, as openapi-fetch types it: an answer or an error, and the response they came in. */
interface Asked {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** Of what a route gives, the answer. */
type AnswerOf<Given extends Asked> = Extract<Given, { error?: never }>["data"];

/** Returns what the server answered; throws a `Problem` for any refusal, and for no answer at all. */
export async function answerTo<Given extends Asked>(asking: Promise<Given>): Promise<AnswerOf<Given>> {
  const { data, error, response } = await asking.catch((thrown: unknown) => {
    throw asProblem(thrown);
  });
  if (!response.ok) throw problemFrom(response.status, error);
  return data as AnswerOf<Given>;
}
