import { Answer } from "../answer.js";

/** One entry of FastAPI's validation error list. */
export interface FastApiError {
  type: string;
  loc: (string | number)[];
  msg: string;
  input: unknown;
  ctx?: Record<string, unknown>;
}

/** Any status with FastAPI's `{"detail": text}`. */
export function detail(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return new Answer(status, { detail: text }, headers);
}

/** 422 with FastAPI's list of what is wrong. */
export function invalidInput(errors: readonly FastApiError[]): Answer {
  return new Answer(422, { detail: errors });
}
