import { type EventKind, eventKindOf, eventTypes, type Family } from "./families.js";
import { escapeToken, SubjectError, unescapeToken } from "./tokens.js";

/** The first event of a message, as its CloudEvents headers tell it. */
export interface CloudEvent {
  workspace: string;
  node: string;
  family: Family;
  bootId: bigint;
  firstSequence: bigint;
  /** Unix milliseconds. */
  observedAtMs: number;
  /** W3C trace context, carried along when the producer has one. */
  traceparent?: string;
}

const mediaType = "application/protobuf";

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Headers of a telemetry message: CloudEvents 1.0, NATS binding, binary mode. Names in `ce-id` and `ce-source` are
 * escaped as in the subject, so that both are plain ASCII and `/` separates. The binding asks for
 * `ce-datacontenttype`; `content-type` is what SDKs and tools look at.
 * @throws SubjectError on a name that cannot be a token or an unknown family.
 */
export function cloudEventHeaders(event: CloudEvent): Record<string, string> {
  const { family, bootId, firstSequence, observedAtMs, traceparent } = event;
  const workspace = escapeToken(event.workspace);
  const node = escapeToken(event.node);
  const headers: Record<string, string> = {
    "ce-specversion": "1.0",
    "ce-id": `${workspace}/${node}/${family}/${bootId}/${firstSequence}`,
    "ce-type": eventTypes[requireKind(family)],
    "ce-source": `/${workspace}/nodes/${node}`,
    "ce-time": new Date(observedAtMs).toISOString(),
    "ce-subject": family,
    "ce-datacontenttype": mediaType,
    "content-type": mediaType,
  };
  if (traceparent !== undefined) headers.traceparent = traceparent;
  return headers;
}

/** One `LogLinesRead`, as its CloudEvents headers tell it. */
export interface LogEvent {
  workspace: string;
  node: string;
  log: string;
  bootId: bigint | number;
  sequence: bigint | number;
  /** Unix milliseconds. */
  observedAtMs: number;
}

/**
 * Headers of a message of a log, as those of telemetry; the id is `<ws>/<node>/logs/<log>/<bootId>/<sequence>` and the
 * subject the log, escaped.
 * @throws SubjectError on a name that cannot be a token.
 */
export function logEventHeaders({ bootId, sequence, observedAtMs, ...names }: LogEvent): Record<string, string> {
  const workspace = escapeToken(names.workspace);
  const node = escapeToken(names.node);
  const log = escapeToken(names.log);
  return {
    "ce-specversion": "1.0",
    "ce-id": `${workspace}/${node}/logs/${log}/${bootId}/${sequence}`,
    "ce-type": eventTypes.log,
    "ce-source": `/${workspace}/nodes/${node}`,
    "ce-time": new Date(observedAtMs).toISOString(),
    "ce-subject": log,
    "ce-datacontenttype": mediaType,
    "content-type": mediaType,
  };
}

/** One `IntegrityReported` or `EventsDropped`, as its CloudEvents headers tell it. */
export interface IntegrityEvent {
  workspace: string;
  node: string;
  finding: "gap-detected" | "gap-healed" | "events-dropped";
  family: Family;
  bootId: bigint | number;
  firstSequence: bigint | number;
  lastSequence: bigint | number;
  /** Unix milliseconds. */
  observedAtMs: number;
}

/**
 * Headers of a finding, as those of telemetry; the id is
 * `<ws>/<node>/integrity/<finding>/<family>/<bootId>/<first>-<last>/<observedAtMs>` and the subject `integrity`.
 * @throws SubjectError on a name that cannot be a token.
 */
export function integrityEventHeaders(event: IntegrityEvent): Record<string, string> {
  const { finding, family, bootId, firstSequence, lastSequence, observedAtMs } = event;
  const type = finding === "events-dropped" ? eventTypes.dropped : eventTypes.integrity;
  return findingHeaders(event, type, `${finding}/${family}/${bootId}/${firstSequence}-${lastSequence}/${observedAtMs}`);
}

/** A finding about a closed hour, day or month, as its CloudEvents headers tell it. */
export interface RollupFinding {
  workspace: string;
  node: string;
  finding: "rollup-mismatch-found" | "rollup-repaired";
  level: string;
  startMs: bigint | number;
  version: bigint | number;
  /** Unix milliseconds. */
  observedAtMs: number;
}

/**
 * Headers of such a finding, as `integrityEventHeaders`; the id is
 * `<ws>/<node>/integrity/<finding>/<level>/<startMs>/<version>/<observedAtMs>`.
 * @throws SubjectError on a name that cannot be a token.
 */
export function rollupFindingHeaders(found: RollupFinding): Record<string, string> {
  const { finding, level, startMs, version, observedAtMs } = found;
  return findingHeaders(found, eventTypes.integrity, `${finding}/${level}/${startMs}/${version}/${observedAtMs}`);
}

function findingHeaders(
  { observedAtMs, ...names }: { workspace: string; node: string; observedAtMs: number },
  type: string,
  what: string,
): Record<string, string> {
  const workspace = escapeToken(names.workspace);
  const node = escapeToken(names.node);
  return {
    "ce-specversion": "1.0",
    "ce-id": `${workspace}/${node}/integrity/${what}`,
    "ce-type": type,
    "ce-source": `/${workspace}/nodes/${node}`,
    "ce-time": new Date(observedAtMs).toISOString(),
    "ce-subject": "integrity",
    "ce-datacontenttype": mediaType,
    "content-type": mediaType,
  };
}

/**
 * Headers of one `SignInRecorded`, as those of telemetry; the id is `<ws>/sign-ins/<id>` and the subject the user's id, or
 * `nobody`.
 * @throws SubjectError on a name that cannot be a token.
 */
export function signInEventHeaders(event: {
  workspace: string;
  id: string;
  userId: string;
  /** Unix milliseconds. */
  atMs: number;
}): Record<string, string> {
  const workspace = escapeToken(event.workspace);
  return {
    "ce-specversion": "1.0",
    "ce-id": `${workspace}/sign-ins/${escapeToken(event.id)}`,
    "ce-type": "statwire.events.v1.SignInRecorded",
    "ce-source": `/${workspace}/sign-ins`,
    "ce-time": new Date(event.atMs).toISOString(),
    "ce-subject": event.userId === "" ? "nobody" : escapeToken(event.userId),
    "ce-datacontenttype": mediaType,
    "content-type": mediaType,
  };
}

/** What `parseCloudEventHeaders` insists on, beside a time. */
const identifying = ["ce-specversion", "ce-id", "ce-type", "ce-source", "ce-subject"];

/**
 * Reads the headers back through `get` (which may return an empty string for an absent header).
 * Undefined when a header is missing, malformed or contradicts another.
 */
export function parseCloudEventHeaders(get: (name: string) => string | undefined): CloudEvent | undefined {
  const match = /^([^/]+)\/([^/]+)\/([^/]+)\/(\d{1,20})\/(\d{1,20})$/.exec(get("ce-id") ?? "");
  if (match === null) return undefined;
  const [, workspace = "", node = "", family = "", bootId = "", firstSequence = ""] = match;
  const traceparent = get("traceparent");
  try {
    const event: CloudEvent = {
      workspace: unescapeToken(workspace),
      node: unescapeToken(node),
      family,
      bootId: BigInt(bootId),
      firstSequence: BigInt(firstSequence),
      observedAtMs: parseTime(get("ce-time") ?? ""),
      ...(traceparent ? { traceparent } : {}),
    };
    if (Number.isNaN(event.observedAtMs) || !isUint64(event.bootId) || !isUint64(event.firstSequence)) return undefined;
    const expected = cloudEventHeaders(event);
    return identifying.every((name) => get(name) === expected[name]) ? event : undefined;
  } catch (error) {
    if (error instanceof SubjectError) return undefined;
    throw error;
  }
}

function requireKind(family: Family): EventKind {
  const kind = eventKindOf(family);
  if (kind === undefined) throw new SubjectError(`"${family}" is not a family of events`);
  return kind;
}

function parseTime(text: string): number {
  return rfc3339.test(text) ? Date.parse(text) : Number.NaN;
}

function isUint64(value: bigint): boolean {
  return BigInt.asUintN(64, value) === value;
}
