import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Product } from "./product.js";

const statwire = fileURLToPath(new URL("../../cli/bin/statwire.mjs", import.meta.url));

/** GETs paths of the HTTPS listener as DashPad's own client does: it trusts one certificate, by its fingerprint. */
export interface PinnedClient {
  fingerprint: string;
  // biome-ignore lint/suspicious/noExplicitAny: a black-box test reads whatever the product answers
  get(path: string): Promise<any>;
}

/** The fingerprint is what the command for it says. */
export function pinnedClient({ dataDir, httpsUrl, apiKey }: Product): PinnedClient {
  const env = { PATH: process.env.PATH, STATWIRE_DATA_DIR: dataDir };
  const fingerprint = execFileSync(process.execPath, [statwire, "fingerprint"], { env, encoding: "utf8" }).trim();
  const ca = readFileSync(join(dataDir, "tls/cert.pem"));
  const checkServerIdentity = (_host: string, { fingerprint256 }: { fingerprint256: string }) =>
    fingerprint256 === fingerprint ? undefined : new Error(`${fingerprint256} is not the pinned certificate`);
  const get = (path: string) =>
    new Promise((resolve, reject) => {
      const options = { ca, checkServerIdentity, headers: { "X-API-Key": apiKey } };
      const call = request(httpsUrl + path, options, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk;
        });
        response.once("end", () => {
          if (response.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${path}: ${response.statusCode} ${text}`));
        });
      });
      call.once("error", reject);
      call.end();
    });
  return { fingerprint, get };
}
