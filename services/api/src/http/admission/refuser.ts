import type { IncomingMessage, ServerResponse } from "node:http";
import { ProblemError } from "../problem.js";
import { toAnswerOf } from "../render-error.js";
import { toRequestId } from "../request-id.js";
import { type Surface, surfaceOf, surfaces } from "../surface.js";

/** An overload that does not last is over by then. */
const retryAfterSeconds = "1";

const overloaded = new ProblemError("overloaded", "More is asked for than can be answered now. Try again later.", {
  headers: { "Retry-After": retryAfterSeconds },
});

export interface RefuserOptions {
  /** Whether pages of any origin may call DashPad's paths, and so may read that they are refused. */
  dashPadIsOpen: boolean;
  createId(): string;
  /** True while stopping: the connection is then closed with the answer. */
  draining(): boolean;
}

/** Answers a request that nothing was done for. */
export type Refuser = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Refuses with 503 and `Retry-After`, in the shape of the path's surface. What refusing costs decides how much overload can be refused
 * in time, so the texts are made once and nothing of Express is passed: what is left is Node's own price of reading and writing. The row
 * `overload` of `npm run bench` states it.
 */
export function createRefuser({ dashPadIsOpen, createId, draining }: RefuserOptions): Refuser {
  const forms = Object.fromEntries(
    surfaces.map((surface) => [surface, formOf(surface, surface !== "dashpad" || dashPadIsOpen)]),
  ) as Record<Surface, Form>;
  return (request, response) => {
    const path = pathOf(request.url ?? "/");
    const { status, headers, toText } = forms[surfaceOf(path)];
    const id = toRequestId(request.headers["x-request-id"], createId);
    const text = toText(path, id);
    // One list of names and values, and a body as text: Node writes both to the socket in one piece.
    const own = ["Content-Length", String(Buffer.byteLength(text)), "X-Request-Id", id];
    response.writeHead(status, [...headers, ...own, ...(draining() ? closing : [])]);
    response.end(text);
  };
}

const closing = ["Connection", "close"];

/** What is the same in every refusal of a surface. */
interface Form {
  status: number;
  headers: readonly string[];
  toText(path: string, id: string): string;
}

function formOf(surface: Surface, mayBeReadByPages: boolean): Form {
  const { status, body, headers } = toAnswerOf(surface, overloaded, { path: "<path>", id: "<id>" });
  const parts = JSON.stringify(body).split(/"<(path|id)>"/);
  return {
    status,
    headers: [
      ...["Content-Type", headers["Content-Type"] ?? "application/json; charset=utf-8"],
      ...["Retry-After", retryAfterSeconds, "Cache-Control", "no-store", "X-Content-Type-Options", "nosniff"],
      ...(mayBeReadByPages ? pageHeaders : []),
    ],
    toText: (path, id) =>
      parts.map((part, index) => (index % 2 === 0 ? part : JSON.stringify(part === "path" ? path : id))).join(""),
  };
}

/** As in `securityHeaders`; what else is there is for answers that a browser shows. */
const pageHeaders = [
  ...["Access-Control-Allow-Origin", "*"],
  ...["Access-Control-Expose-Headers", "X-Request-Id,RateLimit,RateLimit-Policy,Retry-After"],
];

/** The path of a request's target, which may be a whole URL (RFC 9112, 3.2.2). */
export function pathOf(target: string): string {
  if (!target.startsWith("/")) return URL.canParse(target) ? new URL(target).pathname : target;
  const query = target.indexOf("?");
  return query === -1 ? target : target.slice(0, query);
}
