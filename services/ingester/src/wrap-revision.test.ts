import { documentKey, encodeRevision, type Revision } from "@statwire/control-plane";
import { type StoredMessage, WrappedMessages } from "@statwire/event-log";
import { describe, expect, it } from "vitest";
import { wrapRevision } from "./wrap-revision.js";

const revision: Revision = {
  workspace: "default",
  kind: "device",
  id: "device-1",
  document: {
    name: "Till",
    check: {
      kind: "http",
      config: {
        url: "http://ada:hunter2@till/?view=hunter2",
        basic_auth_pass: "hunter2",
        port: 1,
        headers: { Authorization: "Bearer hunter2" },
        body: '{"word":"hunter2"}',
        proxies: [{ host: "p", password: "hunter2" }],
      },
    },
  },
  secret: "name-of-it",
  action: "created",
  actor: { kind: "user", id: "ada", name: "Ada" },
  requestId: "request-1",
  atMs: 1_800_000_000_000,
  createdAtMs: 1_800_000_000_000,
};

function message(payload: Uint8Array | string, key = documentKey(revision)) {
  const bytes = typeof payload === "string" ? Buffer.from(payload) : payload;
  return {
    subject: `$KV.config.${key}`,
    sequence: 7,
    storedAtMs: 1_800_000_000_001,
    payload: bytes,
    headers: undefined,
  };
}

function wrapRevisions(messages: readonly StoredMessage[]) {
  const wrapped = new WrappedMessages(wrapRevision);
  for (const message of messages) wrapped.add(message);
  return wrapped;
}

describe("revisions of the configuration", () => {
  it("become rows without what is secret in them", () => {
    const { byKind, unreadable } = wrapRevisions([message(encodeRevision(revision))]);
    expect(unreadable).toEqual([]);
    const text = Buffer.from(byKind.get("revision")?.bytes() ?? []).toString("latin1");
    expect(text).toContain('"url":"http://[redacted]@till/?view=[redacted]","basic_auth_pass":"[redacted]","port":1');
    expect(text).toContain('"proxies":[{"host":"p","password":"[redacted]"}]');
    expect(text).not.toContain("hunter2");
  });

  it("that are gone make no rows", () => {
    expect(wrapRevisions([message("")])).toMatchObject({ count: 1, byKind: new Map(), unreadable: [] });
  });

  it.each([
    ["of a later version", message('{"v":2}'), "v: Invalid input: expected 1"],
    ["that are none", message("nonsense"), "not valid JSON"],
    ["under another's key", message(encodeRevision(revision), "default.device.device-2"), "another document"],
    ["of no kind", message(encodeRevision(revision), "default.gadget.device-1"), "no document has the subject"],
    ["that the log wrote itself", message('{"error":{}}'), "sent by the log"],
  ])("%s are set aside", (_what, bad, reason) => {
    const { byKind, unreadable } = wrapRevisions([message(encodeRevision(revision)), bad]);
    expect([byKind.get("revision")?.rows, unreadable]).toEqual([
      1,
      [{ message: bad, reason: expect.stringContaining(reason) }],
    ]);
  });
});
