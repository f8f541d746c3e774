import { toUSVString } from "node:util";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { type Credential, credentialFor } from "./credentials.js";
import { aroundBounds, hostileJson, hostileText } from "./hostile-values.js";
import { type ApiDocument, type Operation, type Parameter, resolve, type Schema } from "./operations.js";

/** One request of the fuzzing, ready to send. */
export interface FuzzRequest {
  operation: Operation;
  /** Path and query as they go over the wire. */
  target: string;
  headers: Readonly<Record<string, string>>;
  body?: Buffer;
  credential: Credential;
  /** Every text that was put into it: an answer may say it back. */
  sent: readonly string[];
  /** What an answer may name as wrong: declared inputs, and those that were made up. */
  inputs: readonly string[];
}

/** Requests for one operation: like its example but for one or more inputs, with each form of a credential. */
export function requestsFor(document: ApiDocument, operation: Operation, key: string): fc.Arbitrary<FuzzRequest> {
  const names = operation.parameters.map(({ name }) => name);
  return fc
    .record({
      credential: credentialFor(operation, key),
      // Mostly one wrong value: two refuse each other's turn.
      spoiled: fc.oneof(
        { weight: 1, arbitrary: fc.constant<string[]>([]) },
        { weight: 4, arbitrary: fc.subarray(names, { maxLength: Math.min(1, names.length) }) },
        { weight: 1, arbitrary: fc.subarray(names) },
      ),
      right: fc.tuple(...operation.parameters.map(rightValue)),
      hostile: fc.tuple(...operation.parameters.map(hostileValue)),
      extraQuery: seldom(extraQuery),
      extraHeaders: seldom(extraHeaders),
      body: operation.body === undefined ? fc.constant(undefined) : bodyFor(document, operation.body),
    })
    .map((drawn) => assemble(document, operation, drawn));
}

function seldom<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: values });
}

interface Drawn {
  credential: Credential;
  spoiled: string[];
  right: (string | undefined)[];
  hostile: string[];
  extraQuery: string | undefined;
  extraHeaders: Record<string, string> | undefined;
  body: SentBody | undefined;
}

interface SentBody {
  bytes: Buffer;
  headers: Record<string, string>;
}

function assemble(document: ApiDocument, operation: Operation, drawn: Drawn): FuzzRequest {
  const { credential, extraQuery: extra } = drawn;
  let path = operation.path;
  const query = credential.query === undefined ? [] : [credential.query];
  const headers: Record<string, string> = { ...drawn.extraHeaders, ...drawn.body?.headers };
  const values: string[] = [];
  operation.parameters.forEach(({ name, in: place }, index) => {
    const value = drawn.spoiled.includes(name) ? drawn.hostile[index] : drawn.right[index];
    // Without its value, a path would be that of another operation.
    if (place === "path") path = path.replace(`{${name}}`, () => escaped(value || "-"));
    else if (value === undefined) return;
    else if (place === "query") query.push(`${name}=${escaped(value)}`);
    else headers[name] = asHeader(value);
    values.push(value ?? "");
  });
  if (extra !== undefined) query.push(extra);
  const extraPairs = [...new URLSearchParams(`&${extra ?? ""}`)];
  const bodyText = drawn.body?.bytes.toString("utf8") ?? "";
  return {
    operation,
    target: query.length === 0 ? path : `${path}?${query.join("&")}`,
    headers: { ...headers, ...credential.headers },
    ...(drawn.body === undefined ? {} : { body: drawn.body.bytes }),
    credential,
    sent: [...values, ...Object.values(headers), ...extraPairs.flat(), bodyText, ...textsIn(bodyText)],
    inputs: [
      ...operation.parameters.map(({ name }) => name),
      ...Object.keys(resolve(document, operation.body?.schema ?? {}).properties ?? {}),
      ...extraPairs.map(([name]) => name),
      ...(credential.query === undefined ? [] : ["apikey", "token"]),
      ...keysOf(bodyText),
      "body",
    ],
  };
}

/** The example, or nothing where nothing is needed. */
function rightValue({ in: place, example }: Parameter): fc.Arbitrary<string | undefined> {
  const examples = [example ?? []].flat().map(String);
  const given = examples.length > 0 ? fc.constantFrom(...examples) : fc.constant(undefined);
  return place === "path" ? given : fc.oneof(given, fc.constant(undefined));
}

function hostileValue({ schema }: Parameter): fc.Arbitrary<string> {
  if (schema.type !== "integer") return hostileText;
  return fc.oneof(
    { weight: 3, arbitrary: aroundBounds(schema.minimum, schema.maximum) },
    { weight: 1, arbitrary: hostileText },
  );
}

/** Escapes that are none, other shapes of a query, and parameters that no operation has. */
const extraQuery: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("%", "%zz", "node=%zz", "node=%00", "node=%C0%AF", "node=%ED%A0%80", "&&&", "=", "?", "a=%u0041"),
  fc.constantFrom("node=a&node=b", "node[]=a", "node[a]=b", "node[__proto__]=b", "__proto__[x]=1", "constructor=1"),
  fc.constantFrom("limit=1&limit=2", "limit[]=1", "from=now&from=-1h", "stat=avg&stat=", "unknown=1", "Limit=1"),
  fc.constantFrom("a=1&".repeat(1_500), `node=${"%41".repeat(2_000)}`, `node=${"[a]".repeat(500)}`),
  hostileText.map((text) => `node=${escaped(text)}`),
  hostileText.map((text) => `${escaped(text)}=1`),
);

/** Headers are Latin-1 without control characters; longer ones than the limit of 16 KiB among them. */
const extraHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  fc.constantFrom<Record<string, string>>(
    { Accept: "text/csv" },
    { Accept: "image/png" },
    { Accept: "*/*;q=0" },
    { Accept: "text/html,".repeat(800) },
    { Accept: ";;;,,," },
    { "Accept-Encoding": "gzip;q=2, br, zstd, *;q=-1" },
    { Range: "bytes=0-0,-1" },
    { "If-None-Match": "*" },
    { "Last-Event-ID": "-1" },
    { "Last-Event-ID": "9".repeat(100) },
    { Origin: "null" },
    { "X-Forwarded-For": "127.0.0.1" },
    { "X-HTTP-Method-Override": "DELETE" },
    { "X-Request-Id": "x".repeat(5_000) },
    { "X-Long": "x".repeat(17_000) },
    { Cookie: "a=b; ".repeat(500) },
    { traceparent: "00-zz" },
  ),
  hostileText.map((text) => ({ Accept: asHeader(text) })),
  hostileText.map((text) => ({ "X-Request-Id": asHeader(text) })),
);

function bodyFor(
  document: ApiDocument,
  { schema, example }: { schema: Schema; example?: unknown },
): fc.Arbitrary<SentBody> {
  const { properties = {}, example: schemaExample } = resolve(document, schema);
  const right = (example ?? schemaExample ?? {}) as Record<string, unknown>;
  const members = Object.keys(properties);
  const changed = fc
    .array(
      fc.tuple(fc.oneof(fc.constantFrom(...members, "__proto__", "unknown"), hostileText), fc.option(hostileJson)),
      {
        maxLength: 3,
      },
    )
    .map((changes) => {
      // As text: a value of ours could hold neither a second `__proto__` nor a number that is too large.
      const kept = Object.entries(right).filter(([name]) => !changes.some(([changedName]) => changedName === name));
      const parts = kept.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
      const added = changes.flatMap(([name, value]) => (value === null ? [] : [`${JSON.stringify(name)}:${value}`]));
      return `{${[...parts, ...added].join(",")}}`;
    });
  return fc.oneof(
    { weight: 12, arbitrary: changed.map((text) => asJson(text)) },
    { weight: 3, arbitrary: hostileJson.map((text) => asJson(text)) },
    { weight: 2, arbitrary: oddBodies(JSON.stringify(right)) },
  );
}

function oddBodies(right: string): fc.Arbitrary<SentBody> {
  const bytes = (value: string | Buffer, headers: Record<string, string>) => ({ bytes: Buffer.from(value), headers });
  const json = { "Content-Type": "application/json" };
  return fc.constantFrom(
    bytes("", json),
    bytes(right.slice(0, -1), json),
    bytes(`\ufeff${right}`, json),
    bytes(`${right}${right}`, json),
    bytes(Buffer.from([0xff, 0xfe, 0x00, 0x7b]), json),
    bytes(`{"a":"${"x".repeat(70_000)}"}`, json),
    bytes("[".repeat(60_000), json),
    bytes(right, {}),
    bytes(right, { "Content-Type": "text/plain" }),
    bytes(right, { "Content-Type": "application/xml" }),
    bytes(right, { "Content-Type": "application/json; charset=utf-16" }),
    bytes(right, { "Content-Type": ";;;" }),
    bytes("a=1&b=2", { "Content-Type": "application/x-www-form-urlencoded" }),
    bytes("--x--", { "Content-Type": "multipart/form-data; boundary=x" }),
    bytes(right, { ...json, "Content-Encoding": "gzip" }),
    bytes(right, { ...json, "Content-Encoding": "unknown" }),
    bytes(gzipSync(right), { ...json, "Content-Encoding": "gzip" }),
    bytes(gzipSync(" ".repeat(5_000_000)), { ...json, "Content-Encoding": "gzip" }),
  );
}

function asJson(text: string): SentBody {
  return { bytes: Buffer.from(text), headers: { "Content-Type": "application/json" } };
}

function escaped(text: string): string {
  return encodeURIComponent(toUSVString(text));
}

function asHeader(text: string): string {
  return text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, "?").trim();
}

function textsIn(json: string): string[] {
  return [...json.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, escapedText = ""]) => unescaped(escapedText));
}

function keysOf(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"\s*:/g)].map(([, name = ""]) => unescaped(name));
}

/** Also what is inside a body that is no JSON: then as it stands. */
function unescaped(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}
