import type { StoredMessage } from "@statwire/event-log";
import { expect, it } from "vitest";
import { SubjectReplays } from "./subject-replays.js";

function message(subject: string, sequence: number): StoredMessage {
  return { subject, sequence, storedAtMs: sequence, payload: new Uint8Array(), headers: undefined };
}

it("replays a subject once, and never one that has only just begun", async () => {
  const opened: string[] = [];
  const folded: number[] = [];
  const replays = new SubjectReplays({
    historyBefore: ({ subject }) =>
      async function* () {
        opened.push(subject);
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
  expect(opened).toEqual(["known"]);
  expect(folded).toEqual([1, 4]);
  expect(replays.admits(message("known", 7), { isFirst: true })).toBe(true);
});
