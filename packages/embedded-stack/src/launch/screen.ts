import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { urlHost } from "@statwire/runtime";
import type { ApiKey } from "./api-key.js";
import type { LaunchSettings } from "./settings.js";

/** Where the API is reached on this machine. */
export function apiUrl(settings: Pick<LaunchSettings, "SERVER_HOST" | "SERVER_PORT">): string {
  return `http://${urlHost(settings.SERVER_HOST)}:${settings.SERVER_PORT}`;
}

/**
 * What `npm start` ends with: where things are and one line to paste.
 * @param firstLink where the first administrator makes an account; undefined when there is one
 */
export function readyScreen(settings: LaunchSettings, apiKey: ApiKey, firstLink: string | undefined): string {
  const http = apiUrl(settings);
  return `
Statwire is ready.

  HTTP         ${http}
  HTTPS        https://localhost:${settings.HTTPS_PORT} (on every address of this machine)
  docs         ${http}/docs
  API key      ${apiKey.text}
               ${apiKey.file === undefined ? "as given in API_KEY" : `kept in ${apiKey.file}`}
  certificate  SHA-256 ${certificateFingerprint(settings.STATWIRE_DATA_DIR)}
${firstLink === undefined ? "" : `  first user   ${firstLink}\n               (for a day, and once)\n`}
  curl -s -H "X-API-Key: ${apiKey.text}" ${http}/stats

Ctrl-C stops everything.
`;
}

function certificateFingerprint(dataDir: string): string {
  return new X509Certificate(readFileSync(join(dataDir, "tls/cert.pem"))).fingerprint256;
}
