import { type EventKind, eventKindOf, type Family, isFamily } from "./families.js";
import { escapeToken, SubjectError, unescapeToken } from "./tokens.js";

/** A node's two ordered lines of events: what was just read, and what the spool held while the log was away. */
export type Lane = "live" | "backlog";

export interface TelemetrySubject {
  workspace: string;
  node: string;
  lane: Lane;
  family: Family;
}

/** One log of a node. */
export interface LogSubject {
  workspace: string;
  node: string;
  log: string;
}

/** Whose events were found missing, or there after all, or given up. */
export interface IntegritySubject {
  workspace: string;
  node: string;
}

/** Whose event a subject carries, and of what kind. */
export interface EventAddress {
  workspace: string;
  node: string;
  kind: EventKind;
  /** The family; of a log's lines the name of the log; `integrity` of what was found out, `dropped` of what was given up. */
  family: string;
}

/**
 * What a node can be asked to do: to read everything now, to read one module from one source, to stop or start its
 * sampling.
 */
export type Command = "refresh" | "query" | "sampling";

/**
 * `telemetry.v1.<workspace>.<node>.<lane>.<family>`, names escaped, the family's own dots kept.
 * @throws SubjectError on a name that cannot be a token or an unknown family.
 */
export function telemetrySubject({ workspace, node, lane, family }: TelemetrySubject): string {
  if (!isFamily(family)) throw new SubjectError(`"${family}" is not a family of events`);
  return `telemetry.v1.${escapeToken(workspace)}.${escapeToken(node)}.${lane}.${family}`;
}

/** The parts of a telemetry subject, undefined when it is none that `telemetrySubject` returns. */
export function parseTelemetrySubject(subject: string): TelemetrySubject | undefined {
  const match = /^telemetry\.v1\.([^.]+)\.([^.]+)\.(live|backlog)\.(.+)$/.exec(subject);
  if (match === null) return undefined;
  const [, workspace = "", node = "", lane, family = ""] = match;
  if (!isFamily(family)) return undefined;
  try {
    return { workspace: unescapeToken(workspace), node: unescapeToken(node), lane: lane as Lane, family };
  } catch (error) {
    if (error instanceof SubjectError) return undefined;
    throw error;
  }
}

/**
 * Subject filter with a wildcard for each part that is left out; without a family it covers all of them.
 * @throws SubjectError on a name that cannot be a token or an unknown family.
 */
export function telemetryFilter(parts: Partial<TelemetrySubject>): string {
  const { workspace, node, lane = "*", family } = parts;
  if (family !== undefined && !isFamily(family)) throw new SubjectError(`"${family}" is not a family of events`);
  return `telemetry.v1.${tokenOrAny(workspace)}.${tokenOrAny(node)}.${lane}.${family ?? ">"}`;
}

/**
 * `logs.v1.<workspace>.<node>.<log>`, names escaped.
 * @throws SubjectError on a name that cannot be a token.
 */
export function logSubject({ workspace, node, log }: LogSubject): string {
  return `logs.v1.${escapeToken(workspace)}.${escapeToken(node)}.${escapeToken(log)}`;
}

/** The parts of a log's subject, undefined when it is none that `logSubject` returns. */
export function parseLogSubject(subject: string): LogSubject | undefined {
  const match = /^logs\.v1\.([^.]+)\.([^.]+)\.([^.]+)$/.exec(subject);
  if (match === null) return undefined;
  const [, workspace = "", node = "", log = ""] = match;
  try {
    return { workspace: unescapeToken(workspace), node: unescapeToken(node), log: unescapeToken(log) };
  } catch (error) {
    if (error instanceof SubjectError) return undefined;
    throw error;
  }
}

/**
 * Subject filter of logs with a wildcard for each part that is left out.
 * @throws SubjectError on a name that cannot be a token.
 */
export function logFilter({ workspace, node, log }: Partial<LogSubject>): string {
  return `logs.v1.${tokenOrAny(workspace)}.${tokenOrAny(node)}.${tokenOrAny(log)}`;
}

/**
 * Where a dead letter's events are published again: `telemetry.v1.<ws>.<node>.retry.<id>.<family>` or
 * `logs.v1.<ws>.<node>.<log>.retry.<id>`, of a finding `integrity.v1.<ws>.<node>.retry.<id>`. A subject for each holds one message at most, and neither lane of the node gets
 * a second writer. Undefined for a subject of no kind of event.
 * @param original where it was published before; a retry's own subject, too
 * @param id the sequence that it had in its stream
 */
export function retrySubject(original: string, id: number): string | undefined {
  const subject = withoutRetry(original);
  const telemetry = parseTelemetrySubject(subject);
  if (telemetry !== undefined) {
    const { workspace, node, family } = telemetry;
    return `telemetry.v1.${escapeToken(workspace)}.${escapeToken(node)}.retry.${id}.${family}`;
  }
  const log = parseLogSubject(subject);
  if (log !== undefined) return `${logSubject(log)}.retry.${id}`;
  const integrity = parseIntegritySubject(subject);
  return integrity && `${integritySubject(integrity)}.retry.${id}`;
}

/** The subject without what `retrySubject` has put in: a retry says whose event it is like the backlog does. */
function withoutRetry(subject: string): string {
  return subject
    .replace(/^(telemetry\.v1\.[^.]+\.[^.]+)\.retry\.\d{1,16}\./, "$1.backlog.")
    .replace(/^(logs\.v1\.[^.]+\.[^.]+\.[^.]+|integrity\.v1\..+)\.retry\.\d{1,16}$/, "$1");
}

/**
 * `integrity.v1.<workspace>.<node>`, names escaped: what the pipeline found out about a node's events.
 * @throws SubjectError on a name that cannot be a token.
 */
export function integritySubject({ workspace, node }: IntegritySubject): string {
  return `integrity.v1.${escapeToken(workspace)}.${escapeToken(node)}`;
}

/** The parts of a subject of integrity, undefined when it is none that `integritySubject` returns. */
export function parseIntegritySubject(subject: string): IntegritySubject | undefined {
  const match = /^integrity\.v1\.([^.]+)\.([^.]+)$/.exec(subject);
  if (match === null) return undefined;
  const [, workspace = "", node = ""] = match;
  try {
    return { workspace: unescapeToken(workspace), node: unescapeToken(node) };
  } catch (error) {
    if (error instanceof SubjectError) return undefined;
    throw error;
  }
}

/**
 * `integrity.v1.<workspace>.<node>.dropped`, names escaped: what a node itself says of events that it gave up.
 * @throws SubjectError on a name that cannot be a token.
 */
export function droppedSubject(names: IntegritySubject): string {
  return `${integritySubject(names)}.dropped`;
}

/**
 * `integrity.v1.<workspace>.<node>.dropped.letter.<number>`, names escaped: what is said of the events of a dead letter
 * that was given up. A subject for each holds one message at most, and the node's own keeps one writer.
 * @param letter the letter's place in DEAD_LETTERS
 * @throws SubjectError on a name that cannot be a token.
 */
export function droppedLetterSubject(names: IntegritySubject, letter: number): string {
  return `${droppedSubject(names)}.letter.${letter}`;
}

/** Filter of all that `droppedLetterSubject` returns. */
export const droppedLettersFilter = "integrity.v1.*.*.dropped.letter.*";

/** The parts of a subject of dropped events, undefined when `droppedSubject` and `droppedLetterSubject` return none such. */
export function parseDroppedSubject(subject: string): IntegritySubject | undefined {
  const match = /^(.+)\.dropped(?:\.letter\.\d{1,16})?$/.exec(subject);
  return match?.[1] === undefined ? undefined : parseIntegritySubject(match[1]);
}

/**
 * `audit.v1.<workspace>.sign-ins`, names escaped: what happens to sign-ins of members of a workspace, or of the installation.
 * @throws SubjectError on a name that cannot be a token.
 */
export function signInsSubject(workspace: string): string {
  return `audit.v1.${escapeToken(workspace)}.sign-ins`;
}

/** The workspace of such a subject, undefined when it is none that `signInsSubject` returns. */
export function parseSignInsSubject(subject: string): string | undefined {
  const [, workspace] = /^audit\.v1\.([^.]+)\.sign-ins$/.exec(subject) ?? [];
  try {
    return workspace === undefined ? undefined : unescapeToken(workspace);
  } catch (error) {
    if (error instanceof SubjectError) return undefined;
    throw error;
  }
}

/** Whose event a stored message carries, undefined for a subject of no kind of event of this version. */
export function parseEventSubject(stored: string): EventAddress | undefined {
  const subject = withoutRetry(stored);
  const telemetry = parseTelemetrySubject(subject);
  if (telemetry !== undefined) {
    const { workspace, node, family } = telemetry;
    const kind = eventKindOf(family);
    return kind && { workspace, node, kind, family };
  }
  const log = parseLogSubject(subject);
  if (log !== undefined) return { workspace: log.workspace, node: log.node, kind: "log", family: log.log };
  const integrity = parseIntegritySubject(subject);
  if (integrity !== undefined) return { ...integrity, kind: "integrity", family: "integrity" };
  const dropped = parseDroppedSubject(subject);
  return dropped && { ...dropped, kind: "dropped", family: "dropped" };
}

/**
 * `commands.v1.<workspace>.<node>.<command>`: request/reply with one collector (core NATS, not stored).
 * @throws SubjectError on a name that cannot be a token.
 */
export function commandSubject(parts: { workspace: string; node: string; command: Command }): string {
  return `commands.v1.${escapeToken(parts.workspace)}.${escapeToken(parts.node)}.${parts.command}`;
}

/**
 * `deadletters.v1.<stream>.<consumer>`: where a consumer puts a message of a stream that it cannot process.
 * @throws SubjectError on a name that cannot be a token.
 */
export function deadLetterSubject(stream: string, consumer: string): string {
  return `deadletters.v1.${escapeToken(stream)}.${escapeToken(consumer)}`;
}

function tokenOrAny(name: string | undefined): string {
  return name === undefined ? "*" : escapeToken(name);
}
