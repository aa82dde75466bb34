/** What a chosen file holds: a document to send, or the reason why it cannot be one. */
export type ReadFile =
  | { kind: "document"; document: Record<string, unknown> }
  | { kind: "not_json" }
  | { kind: "too_large" };

/** More than any plan weighs; reading more would only stall the page. */
const LARGEST = 20_000_000;

/** Reads a file as the JSON of a plan. What is inside is the server's to judge. */
export async function readPlanFile(file: Blob): Promise<ReadFile> {
  if (file.size > LARGEST) return { kind: "too_large" };
  try {
    const document: unknown = JSON.parse(await file.text());
    return isRecord(document) ? { kind: "document", document } : { kind: "not_json" };
  } catch {
    return { kind: "not_json" };
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
