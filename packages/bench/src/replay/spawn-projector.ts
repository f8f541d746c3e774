import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ownEnvironment, type Product } from "@statwire/running-product";

const projectorMain = fileURLToPath(new URL("../../../../services/cache-projector/dist/main.js", import.meta.url));

/** Starts a projector beside servers alone. */
export function spawnProjector({ dataDir, ports }: Product): ChildProcess {
  const password = readFileSync(join(dataDir, "secrets/redis-password"), "utf8").trim();
  return spawn(process.execPath, [projectorMain], {
    env: {
      ...ownEnvironment(),
      NATS_URL: `nats://127.0.0.1:${ports.nats}`,
      NATS_CREDS_FILE: join(dataDir, "nats/credentials/cache-projector.creds"),
      REDIS_URL: `redis://:${password}@127.0.0.1:${ports.redis}`,
      OPS_PORT_BASE: String(ports.opsBase),
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
}
