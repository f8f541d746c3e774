/** Every problem the native surface can answer with: status and title by machine code. */
const problems = {
  unauthorized: { status: 401, title: "A credential is needed" },
  "wrong-credentials": { status: 401, title: "The sign-in is refused" },
  "code-needed": { status: 401, title: "A one-time code is needed" },
  "wrong-code": { status: 401, title: "The one-time code is refused" },
  "invalid-token": { status: 401, title: "The token is not good" },
  "no-account": { status: 403, title: "Nobody here has this identity" },
  "cross-site": { status: 403, title: "The request may come from another site" },
  "wrong-password": { status: 400, title: "The current password is not right" },
  "invalid-link": { status: 400, title: "The link is not good" },
  conflict: { status: 409, title: "What is there stands against it" },
  "locked-out": { status: 429, title: "Too many attempts failed" },
  "not-found": { status: 404, title: "Nothing is served at this path" },
  "unknown-node": { status: 404, title: "Unknown node" },
  "unknown-document": { status: 404, title: "There is no such document" },
  forbidden: { status: 403, title: "The caller may not do that" },
  "name-taken": { status: 409, title: "The name is taken" },
  "last-owner": { status: 409, title: "The workspace would have no owner" },
  "too-many-documents": { status: 409, title: "There are as many as there may be" },
  "document-changed": { status: 412, title: "The document was changed since it was read" },
  "key-reused": { status: 422, title: "The Idempotency-Key was used for something else" },
  "if-match-needed": { status: 428, title: "If-Match is needed" },
  "unknown-log": { status: 404, title: "Unknown log" },
  "unknown-metric": { status: 404, title: "Unknown metric" },
  "method-not-allowed": { status: 405, title: "This method is not served at this path" },
  "not-acceptable": { status: 406, title: "No representation in an accepted media type" },
  "malformed-body": { status: 400, title: "The request body cannot be read" },
  "malformed-request": { status: 400, title: "The request cannot be read" },
  "invalid-input": { status: 400, title: "The request has invalid values" },
  "too-many-points": { status: 400, title: "The answer would have too many points" },
  "body-too-large": { status: 413, title: "The request body is too large" },
  "unsupported-media-type": { status: 415, title: "The request body has an unsupported media type" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  "internal-error": { status: 500, title: "Something failed on our side" },
  busy: { status: 503, title: "Too much of this is being done" },
  "mail-off": { status: 503, title: "No mail can be sent" },
  "enrollment-off": { status: 503, title: "No node can enroll here" },
  "openid-off": { status: 503, title: "Nobody can sign in elsewhere" },
  "identity-off": { status: 503, title: "Nobody can sign in here" },
  "too-many-tails": { status: 503, title: "Too many logs are being followed" },
  overloaded: { status: 503, title: "More is asked for than can be answered" },
  unavailable: { status: 503, title: "A needed part of the system cannot be reached" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** What is wrong with one input: a query parameter, a path parameter or a dotted path into the body. */
export interface FieldError {
  field: string;
  message: string;
}

/** A problem document (RFC 9457) with the members that this API adds: code, errors and request_id. */
export interface Problem {
  /** `urn:statwire:problem:<code>`. */
  type: string;
  title: string;
  /** @isInt */
  status: number;
  /** What happened to this request, for a person. */
  detail: string;
  /** Path of the request. */
  instance: string;
  /** The same in every language and release: decide by this. */
  code: string;
  /** One entry for each input that is wrong. */
  errors?: FieldError[];
  /** As in the `X-Request-Id` header. */
  request_id: string;
}

/** Thrown to answer with a problem document; other surfaces show its status and detail in their own shape. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: ProblemCode;
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    detail: string,
    more: { errors?: readonly FieldError[]; headers?: Readonly<Record<string, string>>; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.code = code;
    this.status = problems[code].status;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}

/** An `invalid-input` problem for one field. */
export function invalidField(field: string, message: string): ProblemError {
  return new ProblemError("invalid-input", `${field}: ${message}`, { errors: [{ field, message }] });
}

/** The problem document of an error, for one request. */
export function toProblem(error: ProblemError, request: { path: string; requestId: string }): Problem {
  return {
    type: `urn:statwire:problem:${error.code}`,
    title: problems[error.code].title,
    status: error.status,
    detail: error.message,
    instance: request.path,
    code: error.code,
    ...(error.errors.length > 0 ? { errors: [...error.errors] } : {}),
    request_id: request.requestId,
  };
}
