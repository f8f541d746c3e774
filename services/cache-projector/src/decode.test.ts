import { headers } from "@nats-io/nats-core";
import {
  encodeCollectorConfigured,
  encodeFrames,
  encodeHostSampled,
  encodeInventoryObserved,
  telemetrySubject,
} from "@statwire/events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeMessage as decodeStored } from "./decode.js";

const decodeMessage = (message: { subject: string; payload: Uint8Array }) =>
  decodeStored({ ...message, headers: undefined });

const subjectOf = (family: string) => telemetrySubject({ workspace: "default", node: "pi.lan", lane: "live", family });
const host = (sequence: number) =>
  encodeHostSampled({ bootId: 5n, sequence: BigInt(sequence), observedAtMs: 7n, swap: { utilizationE4: 1 } });

describe("decodeMessage", () => {
  it("takes node and family from the subject", () => {
    const { events, problems } = decodeMessage({
      subject: subjectOf("host"),
      payload: encodeFrames([host(1), host(2)]),
    });
    expect(problems).toEqual([]);
    expect(events.map(({ node, family, sequence }) => ({ node, family, sequence }))).toEqual([
      { node: "pi.lan", family: "host", sequence: 1 },
      { node: "pi.lan", family: "host", sequence: 2 },
    ]);
  });

  it("decodes by the kind of the family", () => {
    const payload = encodeFrames([
      encodeInventoryObserved({ bootId: 1n, sequence: 1n, observedAtMs: 1n, hostname: "h" }),
    ]);
    expect(decodeMessage({ subject: subjectOf("inventory"), payload }).events[0]?.inventory?.hostname).toBe("h");
    const configured = encodeFrames([
      encodeCollectorConfigured({ bootId: 1n, sequence: 1n, observedAtMs: 1n, sampling: true }),
    ]);
    const [event] = decodeMessage({ subject: subjectOf("configuration"), payload: configured }).events;
    expect(event?.configuration?.sampling).toBe(true);
    const survey = encodeFrames([
      encodeHostSampled({ bootId: 1n, sequence: 1n, observedAtMs: 1n, updates: { intervalMs: 9, pending: 3 } }),
    ]);
    const [surveyed] = decodeMessage({ subject: subjectOf("host.updates"), payload: survey }).events;
    expect(surveyed?.modules.updates).toMatchObject({ intervalMs: 9, state: { pending: 3 } });
  });

  it("keeps what is sound beside what is not", () => {
    const wrong = encodeHostSampled({ bootId: 0n, sequence: 1n, observedAtMs: 1n, requested: true });
    const payload = encodeFrames([host(1), wrong, new Uint8Array([255]), host(2)]);
    const { events, problems } = decodeMessage({ subject: subjectOf("host"), payload });
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain("boot_id");
  });

  it.each([
    ["telemetry.v1.default.alpha.live.novelty", host(1)],
    ["something.else", host(1)],
    [subjectOf("host"), new Uint8Array()],
    [subjectOf("host"), new Uint8Array([9, 1])],
  ])("gives a reason for %s with an unusable payload or subject", (subject, payload) => {
    const { events, problems } = decodeMessage({ subject, payload });
    expect(events).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it("leaves out what the log was made to send in a node's name", () => {
    const answer = headers();
    answer.set("Nats-Stream", "TELEMETRY");
    const payload = encodeFrames([host(1)]);
    const { events, problems } = decodeStored({ subject: subjectOf("host"), payload, headers: answer });
    expect(events).toEqual([]);
    expect(problems).toEqual(["an answer of the log, not an event of the node"]);
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, framed) => {
        const payload = framed && bytes.length > 0 ? encodeFrames([bytes]) : bytes;
        const { events, problems } = decodeMessage({ subject: subjectOf("host"), payload });
        expect(events.length + problems.length).toBeGreaterThan(0);
      }),
    );
  });
});
