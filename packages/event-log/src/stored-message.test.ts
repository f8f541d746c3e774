import { headers, type Msg, type MsgHdrs } from "@nats-io/nats-core";
import { MsgHdrsImpl } from "@nats-io/nats-core/internal";
import { describe, expect, it } from "vitest";
import { isLogAnswer, messageBytes, parseDelivery, toStoredMessage } from "./stored-message.js";

describe("parseDelivery", () => {
  const expected = { sequence: 42, deliverySequence: 7, storedAtMs: 1_795_224_000_123, pending: 3 };

  it("reads the subject of a server without and with a domain", () => {
    expect(parseDelivery("$JS.ACK.TELEMETRY.abc.1.42.7.1795224000123456789.3")).toEqual(expected);
    expect(parseDelivery("$JS.ACK.hub.ACCOUNT.TELEMETRY.abc.1.42.7.1795224000123456789.3")).toEqual(expected);
    expect(parseDelivery("$JS.ACK._.ACCOUNT.TELEMETRY.abc.1.42.7.1795224000123456789.3.random")).toEqual(expected);
  });

  it("knows other subjects apart", () => {
    expect(parseDelivery(undefined)).toBeUndefined();
    expect(parseDelivery("_INBOX.abc")).toBeUndefined();
    expect(parseDelivery("$JS.ACK.TELEMETRY")).toBeUndefined();
  });
});

it("isLogAnswer tells an answer of the server from what a writer published", () => {
  const payload = new Uint8Array([2, 8, 1]);
  const read = headers();
  read.set("Nats-Stream", "TELEMETRY");
  expect(isLogAnswer({ headers: read, payload })).toBe(true);
  expect(isLogAnswer({ headers: headers(404, "Message Not Found"), payload: new Uint8Array() })).toBe(true);
  for (const answer of ['{"stream":"TELEMETRY","seq":9}', '{"error":{"code":400},"stream":"TELEMETRY","seq":0}']) {
    expect(isLogAnswer({ headers: undefined, payload: Buffer.from(answer) })).toBe(true);
  }
  const published = headers();
  published.set("ce-id", "default/web-1/host/1/1");
  expect(isLogAnswer({ headers: published, payload })).toBe(false);
  expect(isLogAnswer({ headers: undefined, payload })).toBe(false);
});

describe("a message that has arrived", () => {
  const delivery = { sequence: 1, deliverySequence: 1, storedAtMs: 2, pending: 0 };
  const payload = Buffer.from([2, 8, 1]);

  /** As the library makes it out of what it reads from the socket: headers just before the payload. */
  function arrived(subject: string, block: Uint8Array, noise = "NATS/1.0\r\nNats-Stream:") {
    const read = Buffer.concat([Buffer.from(noise), block, payload]);
    const rest = read.subarray(noise.length);
    const reply = "$JS.ACK.x";
    let decoded = 0;
    const message = {
      subject,
      reply,
      data: rest.subarray(block.length),
      size: () => Buffer.byteLength(subject) + reply.length + rest.length,
      get headers() {
        decoded += 1;
        return block.length === 0 ? undefined : MsgHdrsImpl.decode(block);
      },
    };
    return { stored: toStoredMessage(message as unknown as Msg, delivery), decoded: () => decoded };
  }

  const block = (of: Record<string, string>) => {
    const made = headers();
    for (const [name, value] of Object.entries(of)) made.set(name, value);
    return (made as MsgHdrs & { encode(): Uint8Array }).encode();
  };
  const blocks: [string, Uint8Array][] = [
    ["none", new Uint8Array()],
    ["of an event", block({ "ce-id": "default/a/host/1/1", "ce-type": "HostSampled" })],
    ["of one that was read", block({ "Nats-Stream": "TELEMETRY", "Nats-Sequence": "7" })],
    ["of one that was read, last", block({ "ce-id": "1", "Nats-Stream": "TELEMETRY" })],
    ["whose value only says so", block({ "ce-id": "Nats-Stream: TELEMETRY" })],
    ["whose name only begins so", block({ "Nats-Stream-Name": "TELEMETRY" })],
    ["in small letters", block({ "nats-stream": "TELEMETRY" })],
    ["with a status", (headers(404, "Message Not Found") as MsgHdrs & { encode(): Uint8Array }).encode()],
    ["with nothing in them", Buffer.from("NATS/1.0\r\n\r\n")],
    ["as a foreign client may write them", Buffer.from("NATS/1.0\r\nNats-Stream:TELEMETRY\r\n\r\n")],
  ];

  it.each(blocks)("is judged by the bytes of its headers as by the decoded ones: %s", (_, headerBlock) => {
    for (const subject of ["telemetry.v1.default.a.live.host", "telemetry.v1.default.ä.live.host"]) {
      const { stored } = arrived(subject, headerBlock);
      expect(isLogAnswer(stored)).toBe(isLogAnswer({ headers: stored.headers, payload }));
    }
  });

  it("is neither judged nor measured by decoding them", () => {
    const { stored, decoded } = arrived("telemetry.v1.default.a.live.host", block({ "ce-id": "default/a/host/1/1" }));
    expect([isLogAnswer(stored), messageBytes(stored) > 512, decoded()]).toEqual([false, true, 0]);
    expect(stored.headers?.get("ce-id")).toBe("default/a/host/1/1");
    expect({ ...stored }.headers?.get("ce-id")).toBe("default/a/host/1/1");
  });

  it("is read from the decoded headers where the library does not say how long it is", () => {
    const { stored } = arrived("telemetry.v1.default.a.live.host", block({ "Nats-Stream": "TELEMETRY" }));
    expect(isLogAnswer({ ...stored, headerBytes: undefined })).toBe(true);
  });
});
