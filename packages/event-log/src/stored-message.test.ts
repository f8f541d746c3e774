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
  const answer = headers();
  answer.set("Nats-Stream", "TELEMETRY");
  expect(isLogAnswer({ headers: answer })).toBe(true);
  const published = headers();
  published.set("ce-id", "default/web-1/host/1/1");
  expect(isLogAnswer({ headers: published })).toBe(false);
  expect(isLogAnswer({ headers: undefined })).toBe(false);
});
