import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ownEnvironment, type Product } from "./product.js";

const binary = fileURLToPath(new URL("../../cli/bin/statwire.mjs", import.meta.url));

/** What a command has done. */
export interface CommandOutcome {
  code: number | null;
  /** Standard output, without white space around it. */
  printed: string;
  /** Standard error, likewise. */
  told: string;
}

/**
 * Runs `statwire` as a person beside the product does: it finds everything by the data folder and the ports.
 * @param environment beside that
 */
export function runStatwire(
  { dataDir, ports }: Pick<Product, "dataDir" | "ports">,
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<CommandOutcome> {
  const child = spawn(process.execPath, [binary, ...words], {
    env: {
      ...ownEnvironment(),
      STATWIRE_DATA_DIR: dataDir,
      SERVER_PORT: String(ports.http),
      EMBEDDED_NATS_PORT: String(ports.nats),
      EMBEDDED_REDIS_PORT: String(ports.redis),
      EMBEDDED_CLICKHOUSE_HTTP_PORT: String(ports.clickhouseHttp),
      OPS_PORT_BASE: String(ports.opsBase),
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const heard = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      heard[name] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, printed: heard.stdout.trim(), told: heard.stderr.trim() }));
  });
}

/** The same for what has to succeed; answers what it has printed. @throws Error with what it has told when it fails */
export async function statwireOf(product: Pick<Product, "dataDir" | "ports">, ...words: string[]): Promise<string> {
  const { code, printed, told } = await runStatwire(product, words);
  if (code === 0) return printed;
  throw new Error(`statwire ${words.join(" ")} ended with ${code}: ${told}`);
}
