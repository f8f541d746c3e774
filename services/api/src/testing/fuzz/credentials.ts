import fc from "fast-check";
import { hostileText } from "./hostile-values.js";
import type { Operation } from "./operations.js";

/** How a request says who it is from. */
export interface Credential {
  /** For the report: a security scheme, or what is wrong. */
  form: string;
  /** Whether the operation must let it in. */
  valid: boolean;
  headers: Readonly<Record<string, string>>;
  query?: string;
}

/** Each scheme of the document with the key in it. A scheme without an entry fails the fuzzing. */
const forms: Record<string, (key: string) => Pick<Credential, "headers" | "query">> = {
  ApiKey: (key) => ({ headers: { "X-API-Key": key } }),
  Bearer: (key) => ({ headers: { Authorization: `Bearer ${key}` } }),
  APIKeyHeader: (key) => ({ headers: { "X-API-Key": key } }),
  DashPadKey: (key) => ({ headers: { "X-API-Key": key } }),
  BearerAuth: (key) => ({ headers: { Authorization: `Bearer ${key}` } }),
  APIKeyQuery: (key) => ({ headers: {}, query: `apikey=${encodeURIComponent(key)}` }),
  NezhaToken: (key) => ({ headers: { Authorization: key } }),
  NezhaSession: (key) => ({ headers: { Cookie: `statwire_session=${encodeURIComponent(key)}` } }),
  PeekapingKey: (key) => ({ headers: { "X-API-Key": key } }),
  PeekapingToken: (key) => ({ headers: { Authorization: `Bearer ${key}` } }),
  PeekapingJwt: (key) => ({ headers: { Authorization: `Bearer ${key}` } }),
  DashmonBearer: (key) => ({ headers: { Authorization: `Bearer ${key}` } }),
  DashmonSession: (key) => ({ headers: { Cookie: `dashmon_session=${encodeURIComponent(key)}` } }),
  Session: (key) => ({ headers: { Cookie: `statwire_session=${encodeURIComponent(key)}` } }),
};

/** Those that the key does not get in with. */
const ofPeople: ReadonlySet<string> = new Set(["Session", "NezhaSession", "PeekapingJwt", "DashmonSession"]);

/** Mostly one that is accepted, in each of the forms that an operation declares; else none, or a wrong one. */
export function credentialFor(operation: Operation, key: string): fc.Arbitrary<Credential> {
  const none: Credential = { form: "none", valid: operation.schemes.length === 0, headers: {} };
  if (operation.schemes.length === 0) return fc.constant(none);
  const right = operation.schemes.map((scheme) => inForm(scheme, key, !ofPeople.has(scheme)));
  const almost = [key.slice(0, -1), `${key}x`, key.toUpperCase(), "undefined", "null", "*"];
  const wrongKey = fc.oneof(fc.constantFrom(...almost), hostileText.map(asToken)).filter((wrong) => wrong !== key);
  const wrong = fc
    .tuple(fc.constantFrom(...operation.schemes), wrongKey)
    .map(([scheme, text]) => inForm(scheme, text, false));
  return fc.oneof(
    { weight: 14, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: fc.constant(none) },
    { weight: 2, arbitrary: wrong },
    { weight: 1, arbitrary: fc.constantFrom(...misplaced(key)) },
  );
}

function inForm(scheme: string, key: string, valid: boolean): Credential {
  const form = forms[scheme];
  if (form === undefined) throw new Error(`no credential is known for the security scheme ${scheme}`);
  return { form: valid ? scheme : `wrong ${scheme}`, valid, ...form(key) };
}

/** The right key where no operation looks for it. */
function misplaced(key: string): Credential[] {
  const place = (headers: Record<string, string>) => ({ form: "misplaced", valid: false, headers });
  return [
    place({ Authorization: `Basic ${Buffer.from(`:${key}`).toString("base64")}` }),
    place({ Cookie: `apikey=${key}; X-API-Key=${key}` }),
    place({ "X-API-Keys": key }),
    { ...place({}), query: `token=${key}` },
  ];
}

function asToken(text: string): string {
  return text.replaceAll(/[^\x21-\x7e]/g, "?").slice(0, 4_000);
}
