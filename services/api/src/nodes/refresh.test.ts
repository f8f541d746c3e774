import type { NodeSnapshot, Position } from "@statwire/snapshot-store";
import { describe, expect, it } from "vitest";
import { type RefreshDeps, refreshNode } from "./refresh.js";

const reply = { ok: true, bootId: "7", sequences: { host: 12, "host.sensors": 4 }, observedAtMs: 0 } as const;

describe("a refresh", () => {
  it("waits until every family that was read is visible", async () => {
    const visible = [
      { host: { bootId: 7, sequence: 11 }, "host.sensors": { bootId: 7, sequence: 4 } },
      { host: { bootId: 7, sequence: 12 }, "host.sensors": { bootId: 7, sequence: 3 } },
      { host: { bootId: 7, sequence: 13 }, "host.sensors": { bootId: 7, sequence: 4 } },
    ];
    const outcome = await refreshNode(deps({ send: async () => reply, visible }), "web-1", {});
    expect(outcome).toMatchObject({ ok: true, snapshot: { families: visible[2] } });
  });

  it("takes a later run of the collector for visible", async () => {
    const visible = [{ host: { bootId: 8, sequence: 1 }, "host.sensors": { bootId: 8, sequence: 1 } }];
    expect(await refreshNode(deps({ send: async () => reply, visible }), "web-1", {})).toMatchObject({ ok: true });
  });

  it("gives up after two seconds", async () => {
    const parts = deps({ send: async () => reply, visible: [{ host: { bootId: 7, sequence: 11 } }] });
    expect(await refreshNode(parts, "web-1", {})).toEqual({
      ok: false,
      reason: "Node 'web-1' was read, but the reading is not visible yet. Try again.",
    });
    expect(parts.now()).toBeLessThan(2_100);
  });

  it("tells why the collector could not", async () => {
    const silent = deps({ send: () => Promise.reject(new Error("it is not connected")), visible: [] });
    expect(await refreshNode(silent, "web-1", {})).toEqual({
      ok: false,
      reason: "The collector of node 'web-1' does not answer: it is not connected.",
    });
    const failing = deps({ send: async () => ({ ok: false, error: "spool full" }), visible: [] });
    expect(await refreshNode(failing, "web-1", {})).toEqual({
      ok: false,
      reason: "The collector of node 'web-1' could not refresh: spool full.",
    });
  });
});

/** Reads the given positions one after the other, the last again and again, on a clock that only sleeping moves. */
function deps({ send, visible }: { send: RefreshDeps["send"]; visible: Record<string, Position>[] }): RefreshDeps {
  let nowMs = 0;
  let reads = 0;
  return {
    send,
    read: async () => {
      const families = visible[Math.min(reads, visible.length - 1)];
      reads += 1;
      return families === undefined ? undefined : ({ node: "web-1", families } as unknown as NodeSnapshot);
    },
    now: () => nowMs,
    sleep: async (ms) => {
      nowMs += ms;
    },
  };
}
