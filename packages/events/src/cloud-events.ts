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

/**
 * Headers of a telemetry message: CloudEvents 1.0, NATS binding, binary mode. Names in `ce-id` and `ce-source` are
 * escaped as in the subject, so that both are plain ASCII and `/` separates.
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
    "content-type": "application/protobuf",
  };
  if (traceparent !== undefined) headers.traceparent = traceparent;
  return headers;
}

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
      observedAtMs: Date.parse(get("ce-time") ?? ""),
      ...(traceparent ? { traceparent } : {}),
    };
    if (Number.isNaN(event.observedAtMs)) return undefined;
    const expected = Object.entries(cloudEventHeaders(event));
    return expected.every(([name, value]) => name === "ce-time" || get(name) === value) ? event : undefined;
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
