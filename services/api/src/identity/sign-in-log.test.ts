import { decodeSignInRecorded, parseSignInsSubject, walkFrames } from "@statwire/events";
import { expect, it, vi } from "vitest";
import type { SignInEvent } from "./sign-in-event.js";
import { SignInLog, type SignInMessage } from "./sign-in-log.js";

const quiet = { info: () => undefined, warn: () => undefined };
const happened: SignInEvent = {
  action: "refused",
  requestId: "request-1",
  address: "192.0.2.7",
  atMs: 1_790_000_000_000,
};

function read({ subject, payload, headers }: SignInMessage) {
  const events: object[] = [];
  walkFrames(payload, (start, end) => events.push(decodeSignInRecorded(payload.subarray(start, end))));
  return { workspace: parseSignInsSubject(subject), id: headers["ce-id"], ...events[0] };
}

it("is told of once the log is back, in order, and what could not wait by its number", async () => {
  let isAway = true;
  const published: SignInMessage[] = [];
  const publish = async (message: SignInMessage) => {
    if (isAway) throw new Error("away");
    published.push(message);
  };
  const deps = { publish, control: () => undefined, workspace: "default", log: quiet, now: () => 7, waitingMax: 3 };
  const log = new SignInLog(deps);
  for (let number = 1; number <= 10; number += 1) log.record({ ...happened, requestId: `request-${number}` });
  expect(log.waiting).toBe(3);
  isAway = false;
  await vi.waitUntil(() => log.waiting === 0, { timeout: 10_000 });
  expect(published.map(read)).toMatchObject([
    { workspace: "_", requestId: "request-1", action: "refused", address: "192.0.2.7", count: 1, userId: "" },
    { requestId: "request-2" },
    { requestId: "request-3" },
    { workspace: "_", action: "lost", count: 7, atMs: 7n },
  ]);
  expect(new Set(published.map(({ headers }) => headers["ce-id"])).size).toBe(4);
  log.record({ ...happened, requestId: "request-11" });
  await vi.waitUntil(() => published.length === 5);
});

it("is waited for at the end, and no longer than that", async () => {
  const log = new SignInLog({
    publish: () => Promise.reject(new Error("away")),
    ...{ control: () => undefined, workspace: "default", log: quiet, now: Date.now },
  });
  log.record(happened);
  const startedMs = performance.now();
  await log.close(50);
  expect(performance.now() - startedMs).toBeLessThan(1_000);
});
