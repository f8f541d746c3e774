import { pino } from "pino";
import { expect, it } from "vitest";
import { gatherLines } from "./gathered-lines.js";

it("writes the lines of a turn together, in their order, at its end", async () => {
  const { log, written } = logInto();
  log.info("one");
  log.info("two");
  expect(written).toEqual([]);
  await new Promise((resolve) => setImmediate(resolve));
  log.info("three");
  await new Promise((resolve) => setImmediate(resolve));
  expect(written.map(messagesOf)).toEqual([["one", "two"], ["three"]]);
});

it("writes at once what a person may have to see, after what came before it", () => {
  const { log, written } = logInto();
  log.info("before");
  log.warn("seen");
  log.info("after");
  expect(written.map(messagesOf)).toEqual([["before", "seen"]]);
});

it("does not gather without end, and flushes when told", () => {
  const { log, written, lines } = logInto();
  for (let line = 0; line < 100; line += 1) log.info("x".repeat(1_000));
  expect(written.length).toBe(1);
  lines.flush();
  lines.flush();
  expect(written.flatMap(messagesOf)).toHaveLength(100);
  expect(written.length).toBe(2);
});

function logInto() {
  const written: string[] = [];
  const lines = gatherLines({ write: (text: string) => void written.push(text) });
  return { log: pino({}, lines), written, lines };
}

function messagesOf(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).msg as string);
}
