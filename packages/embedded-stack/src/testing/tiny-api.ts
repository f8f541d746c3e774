import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { port, runService } from "@statwire/runtime";
import { generate } from "selfsigned";
import { z } from "zod";

/** Stands where the API does in a product of the tests' own: makes the certificate and answers with its settings. */
await runService({
  name: "api",
  purpose: "Answers with its settings.",
  opsPortOffset: 7,
  shape: {
    API_KEY: z.string(),
    SECRETS_KEY: z.string(),
    TLS_DIR: z.string(),
    SERVER_PORT: port(8034),
    NATS_URL: z.string(),
    NATS_CREDS_FILE: z.string(),
    REDIS_URL: z.string(),
    CLICKHOUSE_URL: z.string(),
    CLICKHOUSE_USER: z.string(),
    CLICKHOUSE_PASSWORD: z.string(),
  },
  async start({ settings, onStop }) {
    mkdirSync(settings.TLS_DIR, { recursive: true });
    const certificate = join(settings.TLS_DIR, "cert.pem");
    if (!existsSync(certificate))
      writeFileSync(certificate, (await generate([{ name: "commonName", value: "tiny" }])).cert);
    const server = createServer((_request, response) => response.end(JSON.stringify(settings)));
    await new Promise<void>((resolve) => server.listen(settings.SERVER_PORT, "127.0.0.1", resolve));
    onStop("listener", () => void server.close());
  },
});
