import { encodeHostSampled, type QueryReply } from "@statwire/events";
import { describe, expect, it } from "vitest";
import { queryModule } from "./query-module.js";

const request = { module: "load", source: "direct" };
const event = encodeHostSampled({ load: { intervalMs: 4_000, uptimeMs: 90_500n } });

describe("a module that is read on request", () => {
  it("comes as the snapshot store would have it", async () => {
    const queried = await query({ ok: true, observedAtMs: 1_000, event: Buffer.from(event).toString("base64") });
    expect(queried).toMatchObject({
      kind: "read",
      observedAtMs: 1_000,
      modules: { load: { state: { uptimeSeconds: 90.5 } } },
    });
  });

  it("may not be readable there, or the source unknown", async () => {
    const unavailable = { ok: false, reason: "unavailable", error: "no agent answers" } as const;
    expect(await query(unavailable)).toEqual({ kind: "unavailable", reason: "no agent answers" });
    expect(await query({ ok: false, reason: "unknown-source", error: "" })).toEqual({ kind: "unknown-source" });
  });

  it.each([
    ["bytes that are no event", { ok: true, observedAtMs: 1_000, event: "////" }],
    ["no bytes", { ok: true, observedAtMs: 1_000 }],
    ["no time", { ok: true, event: "" }],
  ])("is unreachable when what comes has %s", async (_name, reply) => {
    expect(await query(reply as QueryReply)).toEqual({
      kind: "unreachable",
      reason: "The collector of node 'web-1' answered what cannot be read.",
    });
  });

  it("is unreachable when nothing comes", async () => {
    const silent = { send: () => Promise.reject(new Error("no reply within 4000 ms")) };
    expect(await queryModule(silent, "web-1", request)).toEqual({
      kind: "unreachable",
      reason: "The collector of node 'web-1' does not answer: no reply within 4000 ms.",
    });
  });
});

function query(reply: QueryReply) {
  return queryModule({ send: async () => reply }, "web-1", request);
}
