import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { call } from "../testing/call.js";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe("statwire setup", () => {
  it("makes a folder for each who uses secrets, closed to everybody else", async () => {
    const directory = newFolder();
    expect(await setup(directory)).toMatchObject({ code: 0 });
    expect(filesOf(directory)).toEqual([
      "admin/consumer.creds",
      "admin/consumer.creds.permissions",
      "admin/listener.creds",
      "admin/listener.creds.permissions",
      "admin/operator.creds",
      "admin/operator.creds.permissions",
      "admin/system.creds",
      "api/api-key",
      "api/bus.creds",
      "api/bus.creds.permissions",
      "api/clickhouse-password",
      "api/enrollment-key",
      "api/redis-password",
      "api/redis-url",
      "api/secrets-key",
      "bus-keys/account.nk",
      "bus-keys/enrollment.nk",
      "bus-keys/issued.json",
      "bus-keys/nodes.nk",
      "bus-keys/operator.nk",
      "bus-keys/system.nk",
      "cache-projector/bus.creds",
      "cache-projector/bus.creds.permissions",
      "cache-projector/redis-password",
      "cache-projector/redis-url",
      "clickhouse/passwords.xml",
      "collector/bus.creds",
      "collector/bus.creds.permissions",
      "grafana/admin-password",
      "grafana/clickhouse-password",
      "grafana/secret-key",
      "ingester/bus.creds",
      "ingester/bus.creds.permissions",
      "ingester/clickhouse-password",
      "nats/extra.conf",
      "nats/nats-server.conf",
      "nats/operator.conf",
      "redis/users.acl",
    ]);
    for (const file of filesOf(directory)) expect(statSync(join(directory, file)).mode & 0o777, file).toBe(0o600);
    for (const name of readdirSync(directory)) expect(statSync(join(directory, name)).mode & 0o777, name).toBe(0o700);
  });

  it("gives each a secret of its own, and the servers only their hashes", async () => {
    const directory = newFolder();
    await setup(directory);
    const read = (file: string) => readFileSync(join(directory, file), "utf8").trim();
    const secrets = filesOf(directory).filter((file) => /password$|api-key|secrets?-key/.test(file));
    expect(new Set(secrets.map(read)).size).toBe(9);
    for (const secret of secrets.map(read)) expect(secret).toMatch(/^[0-9a-f]{64}$/);
    const passwords = read("clickhouse/passwords.xml");
    for (const user of ["ingester", "api", "grafana"]) {
      expect(passwords).toContain(`>${sha256(read(`${user}/clickhouse-password`))}<`);
      expect(passwords).not.toContain(read(`${user}/clickhouse-password`));
    }
    const [, password = ""] = /^redis:\/\/api:([0-9a-f]{64})@redis:6379$/.exec(read("api/redis-url")) ?? [];
    expect(read("redis/users.acl")).toContain(`user api on #${sha256(password)} `);
    expect(read("redis/users.acl")).toMatch(/^user default off$/m);
  });

  it("changes nothing the second time", async () => {
    const directory = newFolder();
    await setup(directory);
    const before = contentOf(directory);
    await setup(directory);
    expect(contentOf(directory)).toEqual(before);
  });

  it("makes the collector's credential anew for a node of another name, and no other, and revokes the old one", async () => {
    const directory = newFolder();
    await setup(directory);
    const before = contentOf(directory);
    await setup(directory, "--node", "renamed");
    const after = contentOf(directory);
    expect(Object.keys(after).filter((file) => after[file] !== before[file])).toEqual([
      "bus-keys/issued.json",
      "bus-keys/revocations.json",
      "collector/bus.creds",
      "collector/bus.creds.permissions",
      "nats/operator.conf",
    ]);
  });

  it("gives nodes an account of their own in an installation from before, and new credentials, and says so", async () => {
    const directory = newFolder();
    await setup(directory);
    const before = contentOf(directory);
    // As it was: no account of nodes, and records that do not name one.
    rmSync(join(directory, "bus-keys/nodes.nk"));
    const issued = { "nodes/default/web-1.creds": [{ user: "UFORMER", issuedAt: 1 }] };
    writeFileSync(join(directory, "bus-keys/issued.json"), JSON.stringify(issued));
    writeFileSync(join(directory, "nats/operator.conf"), "# Revoked: {}\n");
    const { code, told } = await setup(directory);
    expect(code).toBe(0);
    const file = join(directory, "nodes/default/web-1.creds");
    expect(told).toContain(`the former credential of web-1 in default is revoked`);
    expect(told).toContain(`bring ${file} to the node`);
    const after = contentOf(directory);
    expect(after["nodes/default/web-1.creds"]).toContain("BEGIN NATS USER JWT");
    expect(after["collector/bus.creds"]).not.toBe(before["collector/bus.creds"]);
    expect(after["ingester/bus.creds"]).toBe(before["ingester/bus.creds"]);
    expect(after["nats/operator.conf"]).toMatch(/^# Revoked: .*"UFORMER":1/m);
    expect(after["nats/operator.conf"]?.match(/^ {2}A[A-Z2-7]{55}: "/gm)).toHaveLength(3);
    expect((await setup(directory)).told).toBe("");
  });

  it("configures the bus as its options say, and leaves the operator's own part alone", async () => {
    const directory = newFolder();
    await setup(directory, "--listen", "127.0.0.1:4333", "--store-dir", "/srv/nats", "--bus-tls-dir", "/etc/nats/tls");
    const config = readFileSync(join(directory, "nats/nats-server.conf"), "utf8");
    expect(config).toContain('listen: "127.0.0.1:4333"');
    expect(config).toContain('store_dir: "/srv/nats/jetstream"');
    expect(config).toContain("sync_interval: always");
    expect(config).toContain('cert_file: "/etc/nats/tls/cert.pem"');
    writeFileSync(join(directory, "nats/extra.conf"), "max_payload: 2MB\n");
    await setup(directory, "--listen", "127.0.0.1:4444", "--bus-tls-dir=");
    const changed = readFileSync(join(directory, "nats/nats-server.conf"), "utf8");
    expect(changed).toContain('listen: "127.0.0.1:4444"');
    expect(changed).not.toContain("tls {");
    expect(readFileSync(join(directory, "nats/extra.conf"), "utf8")).toBe("max_payload: 2MB\n");
  });

  it("gives folders to their owners, and says when there is none", async () => {
    const directory = newFolder();
    const [uid = 0, gid = 0] = [process.getuid?.(), process.getgid?.()];
    expect(await setup(directory, "--owner", `api=${uid}:${gid}`)).toMatchObject({ code: 0 });
    expect(await setup(directory, "--owner", `/nowhere/at/all=${uid}:${gid}`)).toMatchObject({
      code: 1,
      told: expect.stringContaining("/nowhere/at/all is not there"),
    });
  });
});

describe("statwire credentials", () => {
  it("makes a bus, and nodes of it, whatever they are called", async () => {
    const directory = newFolder();
    expect(await call(["credentials", "init", "--dir", directory])).toMatchObject({ code: 0 });
    expect(filesOf(directory).filter((file) => file.endsWith(".creds"))).toEqual(
      ["api", "cache-projector", "consumer", "ingester", "listener", "operator", "system"].map(
        (name) => `credentials/${name}.creds`,
      ),
    );
    const made = await call(["credentials", "node", "--dir", directory, "--node", "../../web 1"]);
    expect(made).toMatchObject({ code: 0, printed: join(directory, "nodes/default/=2E=2E=2F=2E=2E=2Fweb=201.creds") });
    expect(readFileSync(made.printed, "utf8")).toContain("BEGIN NATS USER JWT");
    const host = await call(["credentials", "node", "--dir", directory, "--node", "web-1.example.org"]);
    expect(host.printed).toBe(join(directory, "nodes/default/web-1.example.org.creds"));
  });

  it("makes no keys in passing", async () => {
    const directory = newFolder();
    const { code, told } = await call(["credentials", "node", "--dir", directory, "--node", "web-1"]);
    expect(code).toBe(1);
    expect(told).toContain("has no bus-keys");
    expect(filesOf(directory)).toEqual([]);
  });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "statwire-setup-"));
  folders.push(folder);
  return folder;
}

function setup(directory: string, ...options: string[]) {
  return call(["setup", "--dir", directory, "--node", "node-1", ...options]);
}

function filesOf(directory: string): string[] {
  const paths = readdirSync(directory, { recursive: true, encoding: "utf8" });
  return paths.filter((path) => statSync(join(directory, path)).isFile()).sort();
}

function contentOf(directory: string): Record<string, string> {
  return Object.fromEntries(filesOf(directory).map((file) => [file, readFileSync(join(directory, file), "utf8")]));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
