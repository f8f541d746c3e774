import type { StoredMessage } from "@statwire/event-log";
import { expect, it } from "vitest";
import { Replays } from "./replays.js";

const received = Buffer.alloc(1_000);

function message(subject: string, sequence: number): StoredMessage {
  return { subject, sequence, storedAtMs: sequence, payload: received.subarray(0, 3), headers: undefined };
}

it("replays a subject once, and never one that has only just begun", async () => {
  const opened: { subject: string; kept: number }[] = [];
  const folded: number[] = [];
  const replays = new Replays({
    open: async function* ({ subject, payload }) {
      opened.push({ subject, kept: payload.buffer.byteLength });
      yield { messages: [message(subject, 1), message(subject, 4)], pending: 0 };
    },
    fold: async (messages) => void folded.push(...messages.map(({ sequence }) => sequence)),
    signal: new AbortController().signal,
  });
  expect(replays.admits(message("known", 4), { isFirst: false })).toBe(false);
  expect(replays.admits(message("new", 5), { isFirst: true })).toBe(true);
  expect(replays.admits(message("new", 6), { isFirst: true })).toBe(true);
  expect(replays.isIdle()).toBe(false);
  replays.begin();
  await expect.poll(() => replays.isIdle()).toBe(true);
  // What waits holds its own bytes, not all those that were received with it.
  expect(opened).toEqual([{ subject: "known", kept: 3 }]);
  expect(folded).toEqual([1, 4]);
  expect(replays.admits(message("known", 7), { isFirst: true })).toBe(true);
});
