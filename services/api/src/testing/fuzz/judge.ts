import { toUSVString } from "node:util";
import { Ajv, type ValidateFunction } from "ajv";
import type { ApiDocument } from "./operations.js";
import type { FuzzRequest } from "./requests.js";
import type { FuzzAnswer } from "./send.js";

/** What an answer must not be or contain. An empty list: the answer is as it should be. */
export type Judge = (request: FuzzRequest, answer: FuzzAnswer) => string[];

/** Marks of the inside that no answer may show. */
const insides: readonly [what: string, pattern: RegExp][] = [
  ["a stack", /\bat (?:async )?(?:[\w.<>[\] ]+ \()?(?:file:|node:|\/)[^\s)]+:\d+:\d+/],
  ["a source file", /node_modules|\b[\w-]+\.(?:ts|js|mjs):\d+/],
  ["SQL", /\b(?:SELECT|INSERT INTO|ALTER TABLE)\s[\s\S]*\b(?:FROM|VALUES|WHERE)\b|\bv_[a-z]+_[a-z]+\b/],
  ["a store's error", /DB::|\bCode: \d+\. |ClickHouseError|WRONGTYPE|NOAUTH|NatsError|ECONNRE|JetStream/],
  ["an error of the language", /\b(?:TypeError|RangeError|SyntaxError|ReferenceError|Cannot read propert)/],
];

/** Answers that the server gives before an operation is known or reached: Node's own parser's, a path that is none. */
const beforeOperations: ReadonlySet<number> = new Set([307, 400, 404, 405, 431]);

/**
 * Judges answers by the document and by what must never happen.
 * @param secrets texts that may be in no answer at all
 */
export function createJudge(document: ApiDocument, secrets: readonly string[]): Judge {
  const conforms = schemaCheck(document);
  return (request, answer) => [
    ...(answer.status >= 500 && answer.status !== 503 ? [`answers ${answer.status}`] : []),
    ...judgeAccess(request, answer),
    ...judgeShape(request, answer, conforms),
    ...judgeFields(request, answer),
    ...judgeInsides(request, answer, secrets),
  ];
}

function judgeAccess({ credential, operation }: FuzzRequest, { status, text }: FuzzAnswer): string[] {
  if (operation.schemes.length === 0) return [];
  const refused =
    status === 401 ||
    status === 403 ||
    (operation.schemes.some((scheme) => scheme.startsWith("Nezha")) && /"code":403/.test(text));
  if (credential.valid && refused) return [`refuses a good ${credential.form}`];
  const answered = status < 300 || status === 422 || (status === 400 && text.includes("invalid-input"));
  return !credential.valid && !refused && answered ? [`lets in: ${credential.form}`] : [];
}

type Conforms = (request: FuzzRequest, answer: FuzzAnswer) => string | undefined;

function judgeShape(request: FuzzRequest, answer: FuzzAnswer, conforms: Conforms): string[] {
  const types = request.operation.responses.get(answer.status);
  // A condition that the client made is answered by HTTP itself (RFC 9110, 13.1.2).
  if (answer.status === 304 && "If-None-Match" in request.headers) return [];
  if (types === undefined)
    return beforeOperations.has(answer.status) ? [] : [`status ${answer.status} is not declared`];
  if (!types.includes(answer.type))
    return [`${answer.status} is ${answer.type || "without a type"}, not ${types.join(" or ")}`];
  const problem = conforms(request, answer);
  return problem === undefined ? [] : [`${answer.status} does not fit its schema: ${problem}`];
}

/** A refusal of a value says whose value it is. */
function judgeFields({ inputs }: FuzzRequest, { status, type, text }: FuzzAnswer): string[] {
  const named = refusedFields(status, type, text);
  if (named === undefined) return [];
  if (named.length === 0) return [`${status} names no field`];
  const strange = named.filter((name) => !inputs.some((input) => name === input || name.startsWith(`${input}.`)));
  return strange.map((name) => `${status} names ${JSON.stringify(name)}, which was not an input`);
}

/** The inputs that a refusal names; undefined when the answer is none. */
function refusedFields(status: number, type: string, text: string): string[] | undefined {
  if (!/[/+]json$/.test(type)) return undefined;
  if (status === 422) {
    const { detail } = JSON.parse(text) as { detail: { loc: (string | number)[] }[] };
    // A body that is no JSON has a place in the text instead of a field.
    return detail.map(({ loc }) => (typeof loc[1] === "string" ? loc.slice(1).join(".") : String(loc[0])));
  }
  if (status !== 400 || type === "application/json") return undefined;
  const { code, errors } = JSON.parse(text) as { code: string; errors?: { field: string }[] };
  return code === "invalid-input" ? (errors ?? []).map(({ field }) => field) : undefined;
}

function judgeInsides(request: FuzzRequest, answer: FuzzAnswer, secrets: readonly string[]): string[] {
  const whole = answer.text + JSON.stringify(answer.headers);
  const shown = secrets.filter((secret) => whole.includes(secret)).map(() => "shows a secret");
  if (answer.headers["x-injected"] !== undefined) shown.push("lets a value end a header");
  const own = withoutEcho(whole, request.sent);
  return [...shown, ...insides.filter(([, pattern]) => pattern.test(own)).map(([what]) => `shows ${what}`)];
}

/** What is left of an answer when that which was sent is taken out, in the forms in which it may come back. */
function withoutEcho(text: string, sent: readonly string[]): string {
  const forms = sent
    .filter((value) => value.length > 3)
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(toUSVString(value))]);
  // The longest first: one may be a part of another.
  forms.sort((one, other) => other.length - one.length);
  return forms.reduce((rest, form) => rest.replaceAll(form, "…"), text);
}

function schemaCheck(document: ApiDocument): Conforms {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(document as object, "openapi.json");
  return ({ operation }, { status, type, text }) => {
    if (!/[/+]json$/.test(type)) return undefined;
    const pointer = [
      "paths",
      operation.path,
      operation.method.toLowerCase(),
      "responses",
      String(status),
      "content",
      type,
      "schema",
    ];
    const reference = pointer
      .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
      .join("/");
    const validate = ajv.getSchema(`openapi.json#/${reference}`) as ValidateFunction | undefined;
    if (validate === undefined) return "it has none";
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      return "it is not JSON";
    }
    return validate(body) ? undefined : ajv.errorsText(validate.errors);
  };
}
