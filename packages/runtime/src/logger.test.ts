import { Writable } from "node:stream";
import { expect, it } from "vitest";
import { createLogger } from "./logger.js";

it("writes level words, the service's name and the error with its stack", () => {
  const { log, written } = newLogger();
  log.warn({ err: new Error("no room"), path: "/stats" }, "seen");
  const line = JSON.parse(written());
  expect(line).toMatchObject({ level: "warn", service: "api", msg: "seen", path: "/stats" });
  expect(line.err).toMatchObject({ type: "Error", message: "no room" });
  expect(line.err.stack).toContain("logger.test.ts");
});

it("never writes a secret", () => {
  const { log, written } = newLogger();
  log.info({
    apiKey: "k-1",
    "x-api-key": "k-2",
    req: { headers: { "x-api-key": "k-3", authorization: "Bearer k-4", cookie: "k-5", host: "here" } },
    settings: { API_KEY: "k-6", CLICKHOUSE_PASSWORD: "k-7", SERVER_PORT: 8034 },
    user: { password: "k-8", creds: "k-9" },
    url: "redis://:k-0@127.0.0.1:6379,nats://user:k-0@[::1]:4222",
  });
  expect(written()).not.toMatch(/k-\d/);
  expect(JSON.parse(written())).toMatchObject({
    apiKey: "[redacted]",
    req: { headers: { host: "here" } },
    settings: { SERVER_PORT: 8034 },
    url: "redis://[redacted]@127.0.0.1:6379,nats://[redacted]@[::1]:4222",
  });
});

it.each([
  ...["SMTP_PASS", "OIDC_CLIENT_SECRET", "SECRETS_KEY", "ADMIN_PASSWORD", "access_token", "refresh_token", "id_token"],
  ...["csrf_token", "current_password", "new_password", "password_hash", "totp_secret", "recovery_codes"],
])("never writes %s, at the top or one level down", (name) => {
  const { log, written } = newLogger();
  log.info({ [name]: "k-1", body: { [name]: "k-2" } });
  expect(written()).not.toMatch(/k-\d/);
  expect(JSON.parse(written())).toMatchObject({ [name]: "[redacted]", body: { [name]: "[redacted]" } });
});

it("never writes a secret that is bound to a child, or that an error carries", () => {
  const { log, written } = newLogger();
  const error = Object.assign(new Error("refused"), { token: "k-1", status: 401 });
  log.child({ token: "k-2", user: { password: "k-3", name: "ann" } }).warn({ err: error, cause: error }, "seen");
  expect(written()).not.toMatch(/k-\d/);
  expect(JSON.parse(written())).toMatchObject({
    ...{ token: "[redacted]", user: { password: "[redacted]", name: "ann" } },
    err: { message: "refused", token: "[redacted]", status: 401 },
  });
});

it("leaves what it is given as it was", () => {
  const { log } = newLogger();
  const fields = { token: "k-1", body: { password: "k-2" } };
  log.info(fields, "seen");
  expect(fields).toEqual({ token: "k-1", body: { password: "k-2" } });
});

it("never writes the password of a URL that an error or a reason names", () => {
  const { log, written } = newLogger();
  const error = new Error("connect ECONNREFUSED redis://user:k-0@127.0.0.1:6379");
  log.warn({ err: error, reason: String(error) }, "seen");
  expect(written()).not.toContain("k-0");
  expect(JSON.parse(written())).toMatchObject({
    err: { type: "Error", message: "connect ECONNREFUSED redis://[redacted]@127.0.0.1:6379" },
    reason: "Error: connect ECONNREFUSED redis://[redacted]@127.0.0.1:6379",
  });
});

function newLogger() {
  let text = "";
  const destination = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return { log: createLogger({ service: "api", level: "info" }, destination), written: () => text };
}
