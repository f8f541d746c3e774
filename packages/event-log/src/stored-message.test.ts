import { headers } from "@nats-io/nats-core";
import { describe, expect, it } from "vitest";
import { isLogAnswer, parseDelivery } from "./stored-message.js";

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
