import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { findServers } from "../operating/servers.js";
import { call } from "../testing/call.js";
import { checkCredentials } from "./check-credentials.js";

it("warns of nodes whose credentials are of the services' account, and says nothing without the keys", async () => {
  const directory = mkdtempSync(join(tmpdir(), "statwire-doctor-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const credentials = join(directory, "admin/operator.creds");
  const servers = findServers({}, { NATS_URL: "nats://bus:4222", NATS_CREDS_FILE: credentials });
  expect(checkCredentials(servers)).toEqual([]);

  await call(["setup", "--dir", directory, "--node", "node-1"]);
  expect(checkCredentials(servers)).toMatchObject([{ check: "credentials of nodes", status: "ok" }]);

  const file = join(directory, "bus-keys/issued.json");
  const issued = JSON.parse(readFileSync(file, "utf8"));
  const before = { "nodes/default/web-1.creds": [{ user: "U1", issuedAt: 1 }], "nodes/default/web-2.creds": [] };
  writeFileSync(file, JSON.stringify({ ...issued, ...before }));
  expect(checkCredentials(servers)).toMatchObject([{ status: "warn", text: expect.stringMatching(/^1 are of /) }]);
  expect(readFileSync(file, "utf8")).toBe(JSON.stringify({ ...issued, ...before }));
});
