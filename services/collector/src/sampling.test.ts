import { type SamplingAction, type SamplingReply, samplingActions } from "@statwire/events";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { decideSampling, openSampling, type SamplingDeps } from "./sampling.js";

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };

/** A sampling whose every step takes a moment. */
function openSlowly() {
  const state = { running: true, atOnce: 0, done: [] as SamplingAction[] };
  const controlSampling: SamplingDeps["controlSampling"] = async (action) => {
    state.atOnce += 1;
    expect(state.atOnce).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    const step = decideSampling(state.running, action);
    state.running = step.running;
    state.atOnce -= 1;
    state.done.push(action);
    return step;
  };
  const answer = openSampling({ controlSampling, log });
  const ask = async (payload: string): Promise<SamplingReply> =>
    JSON.parse(Buffer.from(await answer(Buffer.from(payload))).toString());
  return { state, ask };
}

describe("what an action means", () => {
  it.each([
    [true, "start", { running: true, changed: false, reopens: false }],
    [true, "stop", { running: false, changed: true, reopens: false }],
    [true, "restart", { running: true, changed: true, reopens: true }],
    [false, "start", { running: true, changed: true, reopens: false }],
    [false, "stop", { running: false, changed: false, reopens: false }],
    [false, "restart", { running: true, changed: true, reopens: true }],
  ] as const)("while running is %s: %s", (running, action, step) => {
    expect(decideSampling(running, action)).toEqual(step);
  });

  it("depends on the last action alone, and a repeated stop or start changes nothing", () => {
    const actions = fc.array(fc.constantFrom(...samplingActions), { minLength: 1 });
    fc.assert(
      fc.property(fc.boolean(), actions, (atFirst, steps) => {
        let running = atFirst;
        for (const [index, action] of steps.entries()) {
          const step = decideSampling(running, action);
          expect(step.running).toBe(action !== "stop");
          if (action === steps[index - 1] && action !== "restart") expect(step.changed).toBe(false);
          if (step.running !== running) expect(step.changed).toBe(true);
          running = step.running;
        }
      }),
    );
  });
});

describe("the command", () => {
  it("says what was really done, when it is done", async () => {
    const { state, ask } = openSlowly();
    expect(await ask('{"action":"stop"}')).toEqual({ ok: true, action: "stop", running: false, changed: true });
    expect(state.running).toBe(false);
    expect(await ask('{"action":"stop"}')).toMatchObject({ running: false, changed: false });
    expect(await ask('{"action":"restart"}')).toMatchObject({ running: true, changed: true });
  });

  it("carries out one after the other in the order in which they come", async () => {
    const { state, ask } = openSlowly();
    const actions: SamplingAction[] = ["stop", "start", "stop", "restart", "stop"];
    const replies = await Promise.all(actions.map((action) => ask(JSON.stringify({ action }))));
    expect(state.done).toEqual(actions);
    expect(replies.map((reply) => reply.ok && reply.running)).toEqual([false, true, false, true, false]);
  });

  it.each(["", "{}", "[]", '{"action":"kill"}', '{"action":"stop","force":true}', `{"action":"${"x".repeat(2000)}"}`])(
    "refuses %j",
    async (payload) => {
      const { state, ask } = openSlowly();
      expect(await ask(payload)).toEqual({ ok: false, error: expect.any(String) });
      expect(state.done).toEqual([]);
    },
  );
});
