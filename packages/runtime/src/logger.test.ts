import { Writable } from "node:stream";
import { expect, it } from "vitest";
import { createLogger } from "./logger.js";

it("writes level words, the service's name and never a secret", () => {
  let written = "";
  const destination = new Writable({
    write(chunk, _encoding, done) {
      written += chunk;
      done();
    },
  });
  const log = createLogger({ service: "api", level: "info" }, destination);
  log.warn(
    { apiKey: "k-1", req: { headers: { "x-api-key": "k-2", authorization: "Bearer k-3" } }, path: "/stats" },
    "seen",
  );
  const line = JSON.parse(written);
  expect(line).toMatchObject({ level: "warn", service: "api", msg: "seen", path: "/stats", apiKey: "[redacted]" });
  expect(written).not.toMatch(/k-[123]/);
});
