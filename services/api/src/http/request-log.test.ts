import { createLogger } from "@statwire/runtime";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { answeredLog } from "./request-log.js";

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => void vi.useRealTimers());

const anyText = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.stringMatching(/^[A-Za-z0-9._:-]{0,40}$/));

it("writes what the log would make of the same fields, whatever is in them", () => {
  const lines: string[] = [];
  const log = createLogger({ service: "api", level: "info" }, { write: (line) => lines.push(line) });
  fc.assert(
    fc.property(anyText, anyText, fc.option(anyText, { nil: undefined }), (id, path, remoteAddress) => {
      lines.length = 0;
      const url = `/stats/${path}`;
      answeredLog(log, url)({ id, remoteAddress }, Date.now() - 7);
      const req = { id, method: "GET", url, remoteAddress };
      log.info({ requestId: id, req, res: { statusCode: 200 }, responseTime: 7 }, "request answered");
      expect(lines[0]).toBe(lines[1]);
      expect(lines).toHaveLength(2);
    }),
  );
});

it.each([
  ["info", "/stats", 1],
  ["info", "/health", 0],
  ["debug", "/health", 1],
  ["warn", "/stats", 0],
])("at the level %s a line of %s is written %i times", (level, url, times) => {
  const lines: string[] = [];
  const log = createLogger({ service: "api", level }, { write: (line) => lines.push(line) });
  answeredLog(log, url)({ id: "a", remoteAddress: "::1" }, Date.now());
  expect(lines).toHaveLength(times);
});

it("keeps what is bound to the log", () => {
  const lines: string[] = [];
  const log = createLogger({ service: "api", level: "info" }, { write: (line) => lines.push(line) });
  answeredLog(log.child({ listener: "https" }), "/stats")({ id: "a", remoteAddress: "::1" }, Date.now());
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ listener: "https", requestId: "a", msg: "request answered" });
});
