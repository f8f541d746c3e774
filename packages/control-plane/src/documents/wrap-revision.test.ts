import { type StoredMessage, WrappedMessages } from "@statwire/event-log";
import { describe, expect, it } from "vitest";
import { documentKey } from "./keys.js";
import { encodeRevision, type Revision } from "./revision.js";
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

/** As a later version may write them. */
function later(more: object, key = documentKey(revision)) {
  const { workspace, kind, id } = revision;
  const document = { name: "Till", newSecret: "hunter2" };
  return message(JSON.stringify({ v: 2, workspace, kind, id, document, ...more }), key);
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

  it("of a later version are kept with who and when, counted, and never with what they say", () => {
    const told = { action: "merged", actor: { kind: "team", id: "t", name: "Team" }, at_ms: 1_800_000_000_000 };
    const messages = [
      later({}),
      later(told),
      later({ actor: 7, at_ms: "soon" }),
      later({ v: 1, kind: "gadget", ...told }, "default.gadget.device-1"),
    ];
    const { byKind, unreadable, later: count } = wrapRevisions(messages);
    expect([byKind.get("revision")?.rows, unreadable, count]).toEqual([4, [], 4]);
    const text = Buffer.from(byKind.get("revision")?.bytes() ?? []).toString("latin1");
    for (const word of ["merged", "Team", "gadget", "device-1"]) expect(text).toContain(word);
    expect(text).not.toContain("hunter2");
  });

  it("that are gone make no rows", () => {
    expect(wrapRevisions([message("")])).toMatchObject({ count: 1, byKind: new Map(), unreadable: [] });
  });

  it.each([
    ["of a later version that do not say whose they are", message('{"v":2}'), "v: Invalid input: expected 1"],
    ["of a later version under another's key", later({}, "default.device.device-2"), "v: Invalid input: expected 1"],
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
