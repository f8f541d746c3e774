import { setImmediate as turn } from "node:timers/promises";
import type { Msg } from "@nats-io/nats-core";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { EventLog } from "./connect.js";
import { snapshotStream } from "./stream-snapshot.js";

const unhandled: unknown[] = [];
const onUnhandled = (error: unknown) => void unhandled.push(error);

beforeEach(() => {
  unhandled.length = 0;
  process.on("unhandledRejection", onUnhandled);
});
afterEach(() => {
  process.off("unhandledRejection", onUnhandled);
});

it("rejects, and leaves no rejection to nobody, when it is aborted before the server has answered", async () => {
  const aborting = new AbortController();
  const { log, answer, isAsked } = silentLog();
  const copying = snapshotStream(log, "TELEMETRY", async () => undefined, aborting.signal);
  const outcome = copying.then(
    () => "copied",
    (error: Error) => error.message,
  );
  await expect.poll(isAsked, { interval: 1 }).toBe(true);
  aborting.abort(new Error("stopping"));
  // A rejection that is nobody's is told of once nothing else is to be done.
  await turn();
  await turn();
  answer({ config: {}, state: {} });
  expect(await outcome).toBe("stopping");
  expect(unhandled).toEqual([]);
});

/** A log that sends nothing of a copy, and answers the request for it when it is told to. */
function silentLog(): { log: EventLog; answer(body: object): void; isAsked(): boolean } {
  let answer: (body: object) => void = () => undefined;
  let asked = false;
  const answered = new Promise<Partial<Msg>>((resolve) => {
    answer = (body) => resolve({ json: () => body as never });
  });
  const messages: AsyncIterator<Msg> = { next: () => new Promise(() => undefined) };
  const log = {
    inbox: "_INBOX_test",
    manager: { streams: { info: async () => ({ created: "2026-01-01T00:00:00Z" }) } },
    connection: {
      subscribe: () => ({ [Symbol.asyncIterator]: () => messages, unsubscribe: () => undefined }),
      request: () => {
        asked = true;
        return answered;
      },
    },
  };
  return { log: log as unknown as EventLog, answer: (body) => answer(body), isAsked: () => asked };
}
