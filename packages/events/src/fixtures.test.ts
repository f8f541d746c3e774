import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import {
  type DescField,
  type DescMessage,
  fromBinary,
  isFieldSet,
  type Message,
  toBinary,
  toJson,
} from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { decodeHostSampled } from "./codec.js";
import { CollectorConfiguredSchema } from "./generated/statwire/events/v1/configuration_pb.js";
import { EventsDroppedSchema } from "./generated/statwire/events/v1/dropped_pb.js";
import { HostSampledSchema } from "./generated/statwire/events/v1/host_pb.js";
import { IntegrityReportedSchema } from "./generated/statwire/events/v1/integrity_pb.js";
import { InventoryObservedSchema } from "./generated/statwire/events/v1/inventory_pb.js";
import { LogLinesReadSchema } from "./generated/statwire/events/v1/log_pb.js";
import { SignInRecordedSchema } from "./generated/statwire/events/v1/sign_in_pb.js";

/**
 * Bytes that are on disks and in logs by now: they are added to, never changed, and must decode for ever. `…-future`
 * holds fields numbered from 100001 on, which no version may use.
 */
const folder = new URL("../fixtures/v1/", import.meta.url);
/** The message of the fixtures whose names begin so. */
const schemas: Record<string, DescMessage> = {
  "host-sampled": HostSampledSchema,
  "inventory-observed": InventoryObservedSchema,
  "collector-configured": CollectorConfiguredSchema,
  "log-lines-read": LogLinesReadSchema,
  "integrity-reported": IntegrityReportedSchema,
  "events-dropped": EventsDroppedSchema,
  "sign-in-recorded": SignInRecordedSchema,
};
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".bin"))
  .map((file) => basename(file, ".bin"));

describe("bytes of version 1", () => {
  it.each(names)("%s decode as they always have", (name) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
    const schema = schemaOf(name);
    const json = toJson(schema, fromBinary(schema, bytesOf(name)), { useProtoFieldName: true });
    expect(json).toEqual(expected);
  });

  it("carry a later version's fields through unread", () => {
    const bytes = bytesOf("host-sampled-future");
    expect(Buffer.from(toBinary(HostSampledSchema, fromBinary(HostSampledSchema, bytes)))).toEqual(bytes);
  });

  it("keep 64-bit counters exact", () => {
    const event = decodeHostSampled(bytesOf("host-sampled-full"));
    expect(event.network?.items[0]?.receiveBytes).toBe(9_007_199_254_740_993n);
    expect(event.sensors?.temperatures[1]?.celsiusE3).toBe(-18_250);
    const surveys = decodeHostSampled(bytesOf("host-sampled-surveys"));
    expect(surveys.kernel?.openFilesMax).toBe(9_223_372_036_854_775_807n);
    expect(surveys.clock?.offsetUs).toBe(-1_250n);
  });

  it("cover every field of every message; a new field needs a new fixture", () => {
    for (const schema of Object.values(schemas)) {
      const messages = names
        .filter((name) => schemaOf(name) === schema)
        .map((name) => fromBinary(schema, bytesOf(name)));
      expect(unsetFields(schema, messages)).toEqual([]);
    }
  });
});

function bytesOf(name: string): Buffer {
  return readFileSync(new URL(`${name}.bin`, folder));
}

function schemaOf(name: string): DescMessage {
  const [, schema] = Object.entries(schemas).find(([prefix]) => name.startsWith(prefix)) ?? [];
  if (schema === undefined) throw new Error(`no message for the fixture ${name}`);
  return schema;
}

/** Names of the fields, at any depth, that none of the messages sets. */
function unsetFields(schema: DescMessage, messages: Message[]): string[] {
  return schema.fields.flatMap((field) => {
    if (!messages.some((message) => isFieldSet(message, field))) return [`${schema.name}.${field.name}`];
    return field.message === undefined ? [] : unsetFields(field.message, children(field, messages));
  });
}

function children(field: DescField, messages: Message[]): Message[] {
  return messages.flatMap(
    (message) => (message as unknown as Record<string, Message | Message[]>)[field.localName] ?? [],
  );
}
