import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CloudEvent, cloudEventHeaders, logEventHeaders, parseCloudEventHeaders } from "./cloud-events.js";
import { families } from "./families.js";
import { SubjectError } from "./tokens.js";

const event: CloudEvent = {
  workspace: "default",
  node: "web.1",
  family: "host.sensors",
  bootId: 1_790_000_000_000n,
  firstSequence: 42n,
  observedAtMs: 1_790_000_004_000,
};

describe("cloudEventHeaders", () => {
  it("writes CloudEvents 1.0 in NATS binary mode", () => {
    expect(
      cloudEventHeaders({ ...event, traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" }),
    ).toEqual({
      "ce-specversion": "1.0",
      "ce-id": "default/web=2E1/host.sensors/1790000000000/42",
      "ce-type": "statwire.events.v1.HostSampled",
      "ce-source": "/default/nodes/web=2E1",
      "ce-time": "2026-09-21T14:13:24.000Z",
      "ce-subject": "host.sensors",
      "ce-datacontenttype": "application/protobuf",
      "content-type": "application/protobuf",
      traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    });
  });

  it("refuses an unknown family", () => {
    expect(() => cloudEventHeaders({ ...event, family: "host.gpu" })).toThrow(SubjectError);
  });

  it("are printable ASCII and read back as they were", () => {
    fc.assert(
      fc.property(arbitraryCloudEvent(), (any) => {
        const headers = cloudEventHeaders(any);
        for (const value of Object.values(headers)) expect(value).toMatch(/^[\x21-\x7e]+$/);
        expect(parseCloudEventHeaders((name) => headers[name] ?? "")).toEqual(any);
      }),
    );
  });
});

describe("logEventHeaders", () => {
  it("names the log, and refuses a name that is no token", () => {
    const of = (log: string) =>
      logEventHeaders({ workspace: "default", node: "web.1", log, bootId: 7n, sequence: 42, observedAtMs: 0 });
    expect(of("nginx/access.log")).toEqual({
      "ce-specversion": "1.0",
      "ce-id": "default/web=2E1/logs/nginx=2Faccess=2Elog/7/42",
      "ce-type": "statwire.events.v1.LogLinesRead",
      "ce-source": "/default/nodes/web=2E1",
      "ce-time": "1970-01-01T00:00:00.000Z",
      "ce-subject": "nginx=2Faccess=2Elog",
      "ce-datacontenttype": "application/protobuf",
      "content-type": "application/protobuf",
    });
    expect(() => of("")).toThrow(SubjectError);
  });
});

describe("parseCloudEventHeaders", () => {
  it.each([
    ["ce-id", ""],
    ["ce-id", "default/web=2E1/host.sensors/1790000000000/042"],
    ["ce-id", "default/web=2E1/host.sensors/1790000000000/99999999999999999999"],
    ["ce-id", "default/web.1/host.sensors/1790000000000/42"],
    ["ce-id", "default/web=2E1/host.gpu/1790000000000/42"],
    ["ce-specversion", "0.3"],
    ["ce-type", "statwire.events.v1.InventoryObserved"],
    ["ce-source", "/default/nodes/web-2"],
    ["ce-subject", "host"],
    ["ce-time", "yesterday"],
    ["ce-time", "2026"],
    ["ce-time", "2026-13-01T00:00:00Z"],
  ])("is undefined when %s is %j", (name, value) => {
    const headers: Record<string, string> = { ...cloudEventHeaders(event), [name]: value };
    expect(parseCloudEventHeaders((header) => headers[header])).toBeUndefined();
  });

  it("accepts a time of another precision and zone", () => {
    const headers: Record<string, string> = { ...cloudEventHeaders(event), "ce-time": "2026-09-21T16:13:24+02:00" };
    expect(parseCloudEventHeaders((header) => headers[header])).toEqual(event);
  });
});

function arbitraryCloudEvent(): fc.Arbitrary<CloudEvent> {
  const name = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });
  const unsigned = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  return fc.record(
    {
      workspace: name,
      node: name,
      family: fc.constantFrom(...families),
      bootId: unsigned,
      firstSequence: unsigned,
      observedAtMs: fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) }),
      traceparent: fc.constant("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
    },
    { requiredKeys: ["workspace", "node", "family", "bootId", "firstSequence", "observedAtMs"] },
  );
}
