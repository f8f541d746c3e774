import { join } from "node:path";
import { keptSecret } from "@statwire/credentials";

/** The key of the API; `file` is where it is kept, when it is not the operator's own. */
export interface ApiKey {
  text: string;
  file?: string;
}

/** The operator's key, or the one that was generated at the first run; that one is kept where only the owner reads it. */
export function apiKeyOf(settings: { API_KEY?: string | undefined; STATWIRE_DATA_DIR: string }): ApiKey {
  // The operator's key is not written down: it may be good for one run in development only.
  if (settings.API_KEY !== undefined) return { text: settings.API_KEY };
  const file = join(settings.STATWIRE_DATA_DIR, "secrets/api-key");
  return { text: keptSecret(file), file };
}

/** Where the key is kept that encrypts passwords and the like in the configuration; it is made at the first run. */
export function secretsKeyFile(settings: { STATWIRE_DATA_DIR: string }): string {
  const file = join(settings.STATWIRE_DATA_DIR, "secrets/secrets-key");
  keptSecret(file);
  return file;
}
