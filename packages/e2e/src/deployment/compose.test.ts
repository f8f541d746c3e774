import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setUp } from "@statwire/cli";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readText, repositoryRoot } from "../repository/repository-files.js";
import { composeFile, secretFolders, withDefaults } from "./compose.js";
import { askingTimeoutMs, settingsOf } from "./settings-of.js";

vi.setConfig({ testTimeout: askingTimeoutMs });

const compose = composeFile("docker-compose.yml");
const services = Object.entries(compose.services).map(([name, service]) => ({ name, service }));
const lasting = services.filter(({ service }) => service.restart !== "no");
const ours = ["migrate", "ingester", "cache-projector", "api", "collector"];
const directory = mkdtempSync(join(tmpdir(), "statwire-compose-"));

beforeAll(() =>
  setUp({
    directory,
    node: { workspace: "default", node: "docker-host" },
    bus: { listen: "0.0.0.0:4222", storeDir: "/var/lib/nats" },
    redisAddress: "redis:6379",
    owners: [],
  }),
);

afterAll(() => rmSync(directory, { recursive: true }));

it("runs every service of the product, its servers, the two jobs and Grafana", () => {
  const names = ["setup", "nats", "clickhouse", "redis", ...ours, "grafana"];
  expect(services.map(({ name }) => name).sort()).toEqual(names.sort());
});

describe.each(services)("$name", ({ name, service }) => {
  it("may do no more than it has to", () => {
    expect(service.privileged).toBeUndefined();
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(["ALL"]);
    expect(service.security_opt).toEqual(["no-new-privileges:true"]);
    if (name === "setup") {
      expect(service).toMatchObject({
        user: "0:0",
        cap_add: ["CHOWN", "DAC_OVERRIDE", "FOWNER"],
        network_mode: "none",
      });
    } else {
      expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
      expect(service.cap_add).toBeUndefined();
      expect(service.network_mode).toBeUndefined();
    }
  });

  it("has limits", () => {
    expect(service.mem_limit).toMatch(/^\d+[mg]$/);
    expect(service.cpus).toBeGreaterThan(0);
    expect(service.pids_limit).toBeGreaterThan(0);
    expect(service.logging?.options).toHaveProperty("max-size");
  });

  it("is of one version", () => {
    expect(withDefaults(service.image)).toMatch(/:\d+\.\d+[\w.-]*$/);
    if (service.build !== undefined) expect(existsSync(repositoryRoot + service.build.dockerfile)).toBe(true);
  });

  it("waits for services that are there, in the way that suits them", () => {
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      const oneShot = compose.services[other]?.restart === "no";
      expect(compose.services, other).toHaveProperty(other);
      expect(condition).toBe(oneShot ? "service_completed_successfully" : "service_healthy");
    }
  });

  it("mounts files and volumes that are there, and of this machine nothing to write to", () => {
    for (const volume of service.volumes ?? []) {
      const [source = "", , mode = ""] = volume.split(":");
      if (source.startsWith("/") || source.startsWith(".")) expect(mode, volume).toMatch(/^ro(,|$)/);
      if (source.startsWith("./")) expect(existsSync(repositoryRoot + source.slice(2)), volume).toBe(true);
      if (/^\w/.test(source)) expect(compose.volumes, volume).toHaveProperty(source);
    }
  });

  it("is given secrets in files alone, which setup makes and hands to its user", () => {
    for (const variable of Object.keys(service.environment ?? {})) {
      if (/PASSWORD|SECRET|TOKEN|API_KEY|CREDS|REDIS_URL/.test(variable)) expect(variable).toMatch(/_FILE$/);
    }
    for (const folder of name === "setup" ? [] : secretFolders(service)) {
      expect(compose.services.setup?.command, folder).toContain(`--owner=${folder}=${service.user}`);
    }
    const files = [service.command, service.entrypoint, Object.values(service.environment ?? {})]
      .flatMap((texts) => texts ?? [])
      .map(String)
      .filter((text) => text.startsWith("/secrets/"));
    for (const file of files) expect(existsSync(file.replace("/secrets", directory)), file).toBe(true);
  });
});

describe.each(lasting)("$name", ({ name, service }) => {
  it("comes back, and says whether it is well", () => {
    expect(service.restart).toBe("unless-stopped");
    expect(service.healthcheck).toMatchObject({
      interval: expect.any(String),
      timeout: expect.any(String),
      retries: 3,
    });
    const port = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(service.healthcheck?.test.join(" ") ?? "")?.[1];
    const [, opsPort] = new RegExp(`^\\| \`services/${name}\` .*\\| (\\d+) `, "m").exec(readText("README.md")) ?? [];
    if (opsPort !== undefined) expect(port).toBe(opsPort);
  });
});

it.each(ours)("gives %s only settings that it has", (name) => {
  const known = settingsOf(name);
  const unknown = Object.keys(compose.services[name]?.environment ?? {}).filter((variable) => !known.has(variable));
  expect(unknown).toEqual([]);
});

it("opens three ports, and keeps the stores where nothing comes in or goes out", () => {
  const open = services.flatMap(({ name, service }) => (service.ports ?? []).map((port) => [name, withDefaults(port)]));
  expect(open).toEqual([
    ["api", "127.0.0.1:8034:8034"],
    ["api", "5241:5241"],
    ["grafana", "127.0.0.1:3000:3000"],
  ]);
  expect(compose.networks?.stores).toEqual({ internal: true });
  for (const name of ["nats", "clickhouse", "redis"]) expect(compose.services[name]?.networks).toEqual(["stores"]);
});

it("gives Grafana what its provisioning asks for", () => {
  const environment = compose.services.grafana?.environment ?? {};
  const provisioning = ["datasources", "dashboards"].map((kind) =>
    readText(`deploy/grafana/provisioning/${kind}/statwire.yaml`),
  );
  const asked = provisioning.flatMap((text) => [...text.matchAll(/\$(STATWIRE_\w+)/g)].map(([, name = ""]) => name));
  expect(asked.sort()).toEqual(
    Object.keys(environment)
      .filter((name) => name.startsWith("STATWIRE_"))
      .sort(),
  );
});

describe("deploy/compose/remote-nodes.yml", () => {
  const remote = composeFile("deploy/compose/remote-nodes.yml");

  it("opens the bus, and only with certificates", () => {
    for (const [name, service] of Object.entries(remote.services)) {
      expect(compose.services).toHaveProperty(name);
      expect(service.ports).toEqual(name === "nats" ? ["4222:4222"] : undefined);
      for (const volume of service.volumes ?? []) expect(volume).toMatch(/^\$\{BUS_TLS_DIR:\?[^}]+\}.*:ro$/);
    }
    expect(compose.services.setup?.command).toContain("--bus-tls-dir=$" + "{BUS_TLS_DIR:+/bus-tls}");
  });
});
