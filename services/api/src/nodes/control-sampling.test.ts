import type { SamplingRequest } from "@statwire/events";
import type { NodeSnapshot } from "@statwire/snapshot-store";
import { expect, it } from "vitest";
import { controlSampling, type SamplingDeps } from "./control-sampling.js";

it("waits until what was done can be read", async () => {
  const parts = deps({ visible: [true, true, false] });
  const outcome = await controlSampling(parts, "web-1", "stop");
  expect(outcome).toEqual({ ok: true, running: false, changed: true });
  expect(parts.sent).toEqual([{ action: "stop" }]);
  expect(parts.now()).toBe(40);
});

it("answers what was done although it cannot be read within two seconds", async () => {
  const parts = deps({ visible: [true] });
  expect(await controlSampling(parts, "web-1", "stop")).toEqual({ ok: true, running: false, changed: true });
  expect(parts.now()).toBe(2_000);
});

it("tells why nothing is known or done", async () => {
  const silent = { ...deps({ visible: [] }), send: () => Promise.reject(new Error("it is not connected")) };
  expect(await controlSampling(silent, "web-1", "start")).toEqual({
    ok: false,
    reason: "The collector of node 'web-1' does not answer: it is not connected.",
  });
  const failing = { ...deps({ visible: [] }), send: async () => ({ ok: false as const, error: "disk full" }) };
  expect(await controlSampling(failing, "web-1", "restart")).toEqual({
    ok: false,
    reason: "The collector of node 'web-1' could not restart: disk full.",
  });
});

/** Reads the given states one after the other, the last again and again, on a clock that only sleeping moves. */
function deps({ visible }: { visible: boolean[] }): SamplingDeps & { sent: SamplingRequest[] } {
  let nowMs = 0;
  let reads = 0;
  const sent: SamplingRequest[] = [];
  return {
    sent,
    send: async (_node, request) => {
      sent.push(request);
      return { ok: true, action: request.action, running: request.action !== "stop", changed: true };
    },
    read: async () => {
      const sampling = visible[Math.min(reads, visible.length - 1)];
      reads += 1;
      return { configuration: { state: { sampling } } } as unknown as NodeSnapshot;
    },
    now: () => nowMs,
    sleep: async (ms) => {
      nowMs += ms;
    },
  };
}
