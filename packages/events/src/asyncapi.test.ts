import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type DescField, type DescMessage, fromJson, type JsonValue, ScalarType } from "@bufbuild/protobuf";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type CloudEvent, cloudEventHeaders, integrityEventHeaders, rollupFindingHeaders } from "./cloud-events.js";
import { decodeHostSampled } from "./codec.js";
import { deadLetterHeaders } from "./dead-letters.js";
import { type EventKind, eventKindOf, eventKinds, eventTypes, families, modules } from "./families.js";
import { CollectorConfiguredSchema } from "./generated/statwire/events/v1/configuration_pb.js";
import { EventsDroppedSchema } from "./generated/statwire/events/v1/dropped_pb.js";
import { HostSampledSchema } from "./generated/statwire/events/v1/host_pb.js";
import { type IntegrityReported, IntegrityReportedSchema } from "./generated/statwire/events/v1/integrity_pb.js";
import { InventoryObservedSchema } from "./generated/statwire/events/v1/inventory_pb.js";
import { LogLinesReadSchema } from "./generated/statwire/events/v1/log_pb.js";
import type { QueryReply, QueryRequest } from "./query.js";
import type { RefreshReply, RefreshRequest } from "./refresh.js";
import { type SamplingReply, type SamplingRequest, samplingActions } from "./sampling.js";
import {
  type Command,
  commandSubject,
  deadLetterSubject,
  droppedLetterSubject,
  droppedSubject,
  integritySubject,
  type Lane,
  logSubject,
  retrySubject,
  telemetrySubject,
} from "./subjects.js";
import { escapeToken } from "./tokens.js";

interface JsonSchema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: string[];
  required?: string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
}

interface Message {
  name: string;
  contentType: string;
  headers?: JsonSchema;
  payload: JsonSchema;
  examples: { headers?: Record<string, string>; payload?: JsonValue }[];
}

interface AsyncApi {
  info: { description: string };
  channels: Record<string, { address: string | null; messages: Record<string, { $ref: string }> }>;
  components: {
    parameters: Record<string, { enum?: string[] }>;
    messages: Record<string, Message>;
    schemas: Record<string, JsonSchema>;
  };
}

const document: AsyncApi = parse(readFileSync(new URL("../../../proto-events/asyncapi.yaml", import.meta.url), "utf8"));
const { parameters, messages, schemas } = document.components;
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true }).addSchema(document, "asyncapi");

const eventSchemas: Record<EventKind, DescMessage> = {
  host: HostSampledSchema,
  survey: HostSampledSchema,
  inventory: InventoryObservedSchema,
  configuration: CollectorConfiguredSchema,
  log: LogLinesReadSchema,
  integrity: IntegrityReportedSchema,
  dropped: EventsDroppedSchema,
};
const messageKeys: Record<EventKind, string> = {
  host: "hostSampled",
  survey: "hostSampled",
  inventory: "inventoryObserved",
  configuration: "collectorConfigured",
  log: "logLinesRead",
  integrity: "integrityReported",
  dropped: "eventsDropped",
};
const commands: Command[] = ["refresh", "sampling", "query"];
const lanes: Lane[] = ["live", "backlog"];
const names = { workspace: "{workspace}", node: "{node}" };
/** Fields whose values are listed, as the comment of the field in the .proto does. */
const listed: Record<string, string[]> = { "EventsDropped.reason": reasonsInProto() };

describe("asyncapi.yaml", () => {
  it("is valid AsyncAPI 3.0", () => {
    const specification = createRequire(import.meta.url)("@asyncapi/specs/schemas/3.0.0-without-$id.json");
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(specification);
    validate(document);
    expect(validate.errors).toBeNull();
    expect(validate({ ...document, chanels: {} })).toBe(false);
  });

  it("resolves every reference", () => {
    for (const [reference] of JSON.stringify(document).matchAll(/(?<="\$ref":")[^"]+/g)) {
      expect([reference, resolve(reference)]).not.toEqual([reference, undefined]);
    }
  });

  it("has the code's subjects as addresses, each with its message, and no other", () => {
    const described = Object.values(document.channels).flatMap(({ address, messages }) =>
      expand(address ?? "(reply)").map((subject) => [subject, ...Object.keys(messages)]),
    );
    const telemetry = lanes.flatMap((lane) =>
      families.map((family) => [
        subjectOf((workspace, node) => telemetrySubject({ workspace, node, lane, family })),
        messageKeys[eventKindOf(family) ?? "host"],
      ]),
    );
    const retries = telemetry.slice(0, families.length).map(([subject = "", message]) => [retryOf(subject), message]);
    const expected = [
      ...telemetry,
      ...retries,
      [retryOf(subjectOf((workspace, node) => logSubject({ workspace, node, log: "L" }))), "logLinesRead"],
      [retryOf(subjectOf((workspace, node) => integritySubject({ workspace, node }))), "integrityReported"],
      ["replay.v1.{subject}", ...new Set(Object.values(messageKeys)), "deadLetter"],
      [subjectOf((workspace, node) => logSubject({ workspace, node, log: "L" })).replace("L", "{log}"), "logLinesRead"],
      [subjectOf((workspace, node) => integritySubject({ workspace, node })), "integrityReported"],
      [subjectOf((workspace, node) => droppedSubject({ workspace, node })), "eventsDropped"],
      [
        subjectOf((workspace, node) => droppedLetterSubject({ workspace, node }, 7)).replace(/7$/, "{number}"),
        "eventsDropped",
      ],
      ...commands.flatMap((command) => [
        [subjectOf((workspace, node) => commandSubject({ workspace, node, command })), `${command}Request`],
        ["(reply)", `${command}Reply`],
      ]),
      [deadLetterSubject("S", "C").replace("S", "{stream}").replace("C", "{consumer}"), "deadLetter"],
    ];
    expect(described.toSorted()).toEqual(expected.toSorted());
    expect(parameters.module?.enum).toEqual(modules);
  });

  it.each(eventKinds)("describes the fields of a %s event, at every depth, as the .proto does", (kind) => {
    const { name, contentType, payload } = messageOf(kind);
    expect(`statwire.events.v1.${name}`).toBe(eventTypes[kind]);
    expect(contentType).toBe("application/protobuf");
    expect(payload).toEqual(reference(eventSchemas[kind]));
    for (const message of reachable(eventSchemas[kind])) {
      expect({ [message.name]: schemas[message.name]?.properties }).toEqual({ [message.name]: properties(message) });
    }
  });

  it.each(eventKinds)("documents the headers of a %s event", (kind) => {
    const required = Object.keys(headersOf(kind)).filter((header) => header !== "traceparent");
    expect(messageOf(kind).headers).toEqual({ $ref: "#/components/schemas/CloudEventHeaders" });
    expect(Object.keys(schemas.CloudEventHeaders?.properties ?? {}).toSorted()).toEqual(
      [...required, "traceparent"].toSorted(),
    );
    expect(schemas.CloudEventHeaders?.required?.toSorted()).toEqual(required.toSorted());
    expect(schemas.CloudEventHeaders?.properties?.["ce-type"]?.enum).toEqual([...new Set(Object.values(eventTypes))]);
  });

  it("documents the headers of a dead letter", () => {
    const { headers = {} } = messages.deadLetter?.examples[0] ?? {};
    const written = deadLetterHeaders({
      subject: telemetrySubject({ workspace: "default", node: "web.1", lane: "live", family: "host" }),
      sequence: 4711,
      reason: "empty event at byte 0",
      failedAtMs: 1_790_000_005_000,
    });
    expect(headers).toEqual(written);
    expect(Object.keys(schemas.DeadLetterHeaders?.properties ?? {})).toEqual(Object.keys(written));
    expect(schemas.DeadLetterHeaders?.required).toEqual(Object.keys(written));
  });

  it.each(eventKinds)("shows a %s event with the headers that the code gives it", (kind) => {
    const { examples } = messageOf(kind);
    const hasFamilies = !["log", "integrity", "dropped"].includes(kind);
    expect(examples.some(({ headers }) => !hasFamilies || eventKindOf(headers?.["ce-subject"] ?? "") === kind)).toBe(
      true,
    );
    for (const { headers = {}, payload = null } of examples) {
      if (kind === "integrity") {
        expect(headers).toEqual(findingHeaders(fromJson(IntegrityReportedSchema, payload)));
        continue;
      }
      if (kind === "dropped") {
        const { observedAtMs, ...numbers } = fromJson(EventsDroppedSchema, payload);
        const told = { ...numbers, workspace: "default", node: "web.1", observedAtMs: Number(observedAtMs) };
        expect(headers).toEqual(integrityEventHeaders({ ...told, finding: "events-dropped" }));
        continue;
      }
      const event = fromJson(eventSchemas[kind], payload) as unknown as Record<string, bigint>;
      const { bootId = 0n, sequence: firstSequence = 0n, observedAtMs = 0n, log } = event;
      const traceparent = headers.traceparent;
      const family = headers["ce-subject"] ?? "";
      const first = { workspace: "default", node: "web.1", family, bootId, firstSequence };
      const trace = traceparent === undefined ? {} : { traceparent };
      const told = { ...first, ...trace, observedAtMs: Number(observedAtMs) };
      expect(headers).toEqual(kind === "log" ? logHeaders({ ...told, family: String(log) }) : cloudEventHeaders(told));
    }
  });

  it("shows events dropped for each reason, and of a dead letter with its own id", () => {
    const dropped = messageOf("dropped").examples.map(({ headers, payload }) => ({
      id: headers?.["ce-id"],
      ...(payload as { reason: string }),
    }));
    expect(dropped.map(({ reason }) => reason)).toEqual(listed["EventsDropped.reason"]);
    expect(dropped.at(-2)).toMatchObject({
      id: "default/web=2E1/integrity/events-dropped/host/1790000000000/51-53/1790003600000",
      reason: "dead-letters-full",
    });
  });

  it("says that documents of the configuration are no public event", () => {
    expect(document.info.description).toMatch(/no public events.*bucket `config`/);
    expect(Object.values(document.channels).filter(({ address }) => address?.includes("config."))).toEqual([]);
  });

  it("shows examples that its own schemas allow", () => {
    for (const [key, message] of Object.entries(messages)) {
      for (const { headers, payload } of message.examples) {
        if (payload !== undefined) expect([key, complaints(message.payload, payload)]).toEqual([key, null]);
        if (headers !== undefined) expect([key, complaints(message.headers ?? {}, headers)]).toEqual([key, null]);
      }
    }
  });

  it("allows what the refresh command's types allow, and no wrong type", () => {
    const request: Required<RefreshRequest> = { reason: "test", clearHistory: true };
    const stored: RefreshReply = { ok: true, bootId: "1", sequences: { host: 1 }, observedAtMs: 1 };
    const failed: RefreshReply = { ok: false, error: "no" };
    expect(complaints({ $ref: "#/components/schemas/RefreshRequest" }, request)).toBeNull();
    expect(Object.keys(schemas.RefreshRequest?.properties ?? {})).toEqual(Object.keys(request));
    for (const reply of [stored, failed]) {
      expect(complaints({ $ref: "#/components/schemas/RefreshReply" }, reply)).toBeNull();
    }
    expect(complaints({ $ref: "#/components/schemas/RefreshReply" }, { ...stored, bootId: 1 })).not.toBeNull();
    expect(complaints({ $ref: "#/components/schemas/RefreshReply" }, { ok: false })).not.toBeNull();
  });

  it("allows what the sampling command's types allow, and no wrong type", () => {
    const request = { $ref: "#/components/schemas/SamplingRequest" };
    const reply = { $ref: "#/components/schemas/SamplingReply" };
    for (const action of samplingActions) {
      const asked: SamplingRequest = { action };
      const done: SamplingReply = { ok: true, action, running: true, changed: false };
      expect([complaints(request, asked), complaints(reply, done)]).toEqual([null, null]);
    }
    expect(complaints(request, { action: "halt" })).not.toBeNull();
    expect(complaints(reply, { ok: true, action: "stop" })).not.toBeNull();
  });

  it("allows what the query command's types allow, and shows a reading that decodes", () => {
    const request: QueryRequest = { module: "cpu", source: "netdata" };
    expect(complaints({ $ref: "#/components/schemas/QueryRequest" }, request)).toBeNull();
    const reply = { $ref: "#/components/schemas/QueryReply" };
    for (const reason of ["unknown-source", "unknown-module", "unavailable", "malformed"] as const) {
      const refused: QueryReply = { ok: false, reason, error: "no" };
      expect(complaints(reply, refused)).toBeNull();
    }
    expect(complaints(reply, { ok: false, reason: "tired", error: "no" })).not.toBeNull();
    const { event = "" } = (messages.queryReply?.examples[0]?.payload ?? {}) as { event?: string };
    expect(decodeHostSampled(Buffer.from(event, "base64"))).toMatchObject({
      cpu: { utilizationE4: 1234 },
      sources: [{ module: "cpu", source: "netdata" }],
    });
  });
});

function messageOf(kind: EventKind): Message {
  const message = messages[messageKeys[kind]];
  if (message === undefined) throw new Error(`no message for ${kind} events`);
  return message;
}

function headersOf(kind: EventKind): Record<string, string> {
  const family = families.find((candidate) => eventKindOf(candidate) === kind) ?? "syslog";
  const event = {
    workspace: "w",
    node: "n",
    family,
    bootId: 1n,
    firstSequence: 1n,
    observedAtMs: 0,
    traceparent: "00",
  };
  if (kind === "integrity" || kind === "dropped") {
    return integrityEventHeaders({ ...event, finding: "gap-healed", lastSequence: 1n });
  }
  return kind === "log" ? logHeaders(event) : cloudEventHeaders(event);
}

function findingHeaders(found: IntegrityReported): Record<string, string> {
  const { observedAtMs, gapDetected, gapHealed, rollupMismatchFound, rollupRepaired } = found;
  const names = { workspace: "default", node: "web.1" };
  const rollup = rollupMismatchFound ?? rollupRepaired;
  if (rollup !== undefined) {
    const finding = rollupMismatchFound === undefined ? "rollup-repaired" : "rollup-mismatch-found";
    return rollupFindingHeaders({ ...names, ...rollup, finding, observedAtMs: Number(observedAtMs) });
  }
  const gap = gapDetected ?? gapHealed;
  if (gap === undefined) throw new Error("a finding without a gap");
  const finding = gapDetected === undefined ? "gap-healed" : "gap-detected";
  return integrityEventHeaders({ ...names, ...gap, finding, observedAtMs: Number(observedAtMs) });
}

/** Headers of lines of the log that stands for the family: those of telemetry, with the log's place in them. */
function logHeaders({ family: log, ...event }: CloudEvent): Record<string, string> {
  const headers = cloudEventHeaders({ ...event, family: "host" });
  return {
    ...headers,
    "ce-id": headers["ce-id"]?.replace("/host/", `/logs/${escapeToken(log)}/`) ?? "",
    "ce-type": eventTypes.log,
    "ce-subject": escapeToken(log),
  };
}

/** An address, once for each value of a parameter that has a list of them. */
function expand(address: string): string[] {
  return address.includes("{module}") ? modules.map((module) => address.replace("{module}", module)) : [address];
}

/** The code's subject with the parameters of an address for names. */
function subjectOf(build: (workspace: string, node: string) => string): string {
  return build("W", "N")
    .replace(".W.", `.${names.workspace}.`)
    .replace(/\.N(?=\.|$)/, `.${names.node}`);
}

/** The code's retry of a subject whose names are the parameters of an address. */
function retryOf(subject: string): string {
  const named = subject.replace(names.workspace, "W").replace(names.node, "N");
  const retried = retrySubject(named, 7) ?? "none";
  return retried
    .replace(".W.", `.${names.workspace}.`)
    .replace(".N.", `.${names.node}.`)
    .replace(".L.", ".{log}.")
    .replace(".retry.7", ".retry.{sequence}");
}

/** The reasons of `EventsDropped`, named in code spans of the comment above the field. */
function reasonsInProto(): string[] {
  const file = new URL("../../../proto-events/statwire/events/v1/dropped.proto", import.meta.url);
  const comment = /((?: *\/\/.*\n)+) *string reason = /.exec(readFileSync(file, "utf8"))?.[1] ?? "";
  return [...comment.matchAll(/`([a-z-]+)`/g)].map(([, reason = ""]) => reason);
}

function resolve(pointer: string): unknown {
  const steps = pointer.replace("#/", "").split("/");
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);
}

function complaints(schema: JsonSchema, value: unknown): unknown {
  const target = schema.$ref === undefined ? schema : { $ref: `asyncapi${schema.$ref}` };
  const validate = ajv.compile(target);
  validate(value);
  return validate.errors ?? null;
}

function reachable(message: DescMessage): DescMessage[] {
  return [message, ...message.fields.flatMap((field) => (field.message ? reachable(field.message) : []))];
}

function properties(message: DescMessage): Record<string, JsonSchema> {
  return Object.fromEntries(
    message.fields.map((field) => {
      const values = listed[`${message.name}.${field.name}`];
      return [field.name, { ...property(field), ...(values && { enum: values }) }];
    }),
  );
}

function property(field: DescField): JsonSchema {
  const item = field.message ? reference(field.message) : scalar(field.scalar);
  return field.fieldKind === "list" ? { type: "array", items: item } : item;
}

function reference(message: DescMessage): JsonSchema {
  return { $ref: `#/components/schemas/${message.name}` };
}

function scalar(type: ScalarType | undefined): JsonSchema {
  if (type === ScalarType.STRING) return { type: "string" };
  if (type === ScalarType.BOOL) return { type: "boolean" };
  if (type === ScalarType.BYTES) return { type: "string", format: "byte" };
  if (type === ScalarType.DOUBLE) return { type: "number", format: "double" };
  if (type === undefined) throw new Error("enums have no place in an event");
  return { type: "integer", format: ScalarType[type].toLowerCase() };
}
