/** One thing wrong with what was sent: the field (or the place in an imported file) and what about it. */
export interface LocatedError {
  where: string;
  message: string;
}

interface ProblemParts {
  status: number;
  code: string;
  detail: string;
  remedy?: string;
  errors?: LocatedError[];
}

/** What the server says when it cannot do what was asked: what happened, and what to do about it. */
export class Problem extends Error {
  readonly status: number;
  /** Stable; what programs decide by. */
  readonly code: string;
  readonly detail: string;
  readonly remedy: string;
  readonly errors: readonly LocatedError[];

  constructor({ status, code, detail, remedy = "", errors = [] }: ProblemParts) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.remedy = remedy;
    this.errors = errors;
  }

  /** The message for one field of a form, if the server found fault with it. */
  about(field: string): string | undefined {
    return this.errors.find(({ where }) => where.split(/[./]/).at(-1) === field)?.message;
  }
}

/** Codes of problems that arise on this side; their words are in the catalogue under `problem.<code>`. */
export const UNREACHABLE = "unreachable";
export const UNREADABLE = "unreadable";

/** Turns any answer that is not a success into a Problem, also when a proxy and not Tavolo wrote it. */
export function problemFrom(status: number, body: unknown): Problem {
  if (!isRecord(body) || typeof body.code !== "string") {
    return new Problem({ status, code: UNREADABLE, detail: "" });
  }
  return new Problem({
    status,
    code: body.code,
    detail: textOf(body.detail) || textOf(body.title),
    remedy: textOf(body.remedy),
    errors: Array.isArray(body.errors) ? body.errors.filter(isLocatedError) : [],
  });
}

/** Whatever was thrown, as a Problem; `fetch` throws a TypeError when nobody answers. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem({ status: 0, code: UNREACHABLE, detail: "" });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isLocatedError(value: unknown): value is LocatedError {
  return isRecord(value) && typeof value.where === "string" && typeof value.message === "string";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
