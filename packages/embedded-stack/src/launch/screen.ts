import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ApiKey } from "./api-key.js";
import type { LaunchSettings } from "./settings.js";

/** What `npm start` ends with: where things are and one line to paste. */
export function readyScreen(settings: LaunchSettings, apiKey: ApiKey): string {
  const host = settings.SERVER_HOST === "0.0.0.0" ? "127.0.0.1" : settings.SERVER_HOST;
  const http = `http://${host}:${settings.SERVER_PORT}`;
  return `
Statwire is ready.

  HTTP         ${http}
  HTTPS        https://localhost:${settings.HTTPS_PORT} (on every address of this machine)
  docs         ${http}/docs
  API key      ${apiKey.text}
               ${apiKey.file === undefined ? "as given in API_KEY" : `kept in ${apiKey.file}`}
  certificate  SHA-256 ${certificateFingerprint(settings.STATWIRE_DATA_DIR)}

  curl -s -H "X-API-Key: ${apiKey.text}" ${http}/stats

Ctrl-C stops everything.
`;
}

function certificateFingerprint(dataDir: string): string {
  return new X509Certificate(readFileSync(join(dataDir, "tls/cert.pem"))).fingerprint256;
}
