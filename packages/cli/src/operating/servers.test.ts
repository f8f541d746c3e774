import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SettingsError } from "@statwire/runtime";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findServers } from "./servers.js";

const dataDir = mkdtempSync(join(tmpdir(), "statwire-servers-"));

beforeAll(() => {
  mkdirSync(join(dataDir, "secrets"));
  writeFileSync(join(dataDir, "secrets/redis-password"), "r3d1s\n");
  writeFileSync(join(dataDir, "secrets/clickhouse-password"), "cl1ck\n");
});

afterAll(() => rmSync(dataDir, { recursive: true }));

it("finds the embedded servers of a data folder, at the ports that are set", () => {
  const environment = { EMBEDDED_REDIS_PORT: "7000", OPS_HOST: "0.0.0.0", CLICKHOUSE_USER: "somebody" };
  expect(findServers({ "data-dir": dataDir }, environment)).toMatchObject({
    bus: { url: "nats://127.0.0.1:4222", credentialsFile: join(dataDir, "nats/credentials/operator.creds") },
    snapshots: { url: "redis://:r3d1s@127.0.0.1:7000", keyPrefix: "statwire:" },
    // A user without a server is of no server of ours.
    history: { CLICKHOUSE_URL: "http://127.0.0.1:8123", CLICKHOUSE_USER: "statwire", CLICKHOUSE_PASSWORD: "cl1ck" },
    ops: { host: "127.0.0.1", portBase: 9460 },
    certificateFile: join(dataDir, "tls/cert.pem"),
  });
  expect(findServers({}, { STATWIRE_DATA_DIR: dataDir })).toMatchObject({ dataDir });
  expect(findServers({}, {})).toMatchObject({ dataDir: "data" });
});

it("takes servers of one's own as the services do", () => {
  const environment = {
    STATWIRE_DATA_DIR: dataDir,
    NATS_URL: "tls://bus:4222",
    REDIS_URL: "rediss://:x@cache:6380",
    CLICKHOUSE_URL: "https://history:8443",
    CLICKHOUSE_PASSWORD_FILE: join(dataDir, "secrets/clickhouse-password"),
    TLS_DIR: "/etc/statwire/tls",
  };
  expect(findServers({}, environment)).toMatchObject({
    // The embedded server's credential is good for no other.
    bus: { url: "tls://bus:4222", credentialsFile: undefined },
    snapshots: { url: "rediss://:x@cache:6380" },
    history: { CLICKHOUSE_URL: "https://history:8443", CLICKHOUSE_USER: "default", CLICKHOUSE_PASSWORD: "cl1ck" },
    certificateFile: "/etc/statwire/tls/cert.pem",
  });
  const named = findServers({}, { ...environment, NATS_CREDS_FILE: "/x.creds" });
  expect(named.bus.credentialsFile).toBe("/x.creds");
});

it("names what cannot be used", () => {
  expect(() => findServers({}, { EMBEDDED_NATS_PORT: "nine" })).toThrow(SettingsError);
  expect(() => findServers({}, { REDIS_URL: "http://cache" })).toThrow(/REDIS_URL: expected a redis/);
});
