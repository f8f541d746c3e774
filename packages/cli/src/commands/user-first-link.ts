import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSettings } from "@statwire/runtime";
import { z } from "zod";
import { type Command, CommandError, parseOptions, UsageError } from "../command.js";

const answerWithinMs = 10_000;

const settingsShape = {
  API_KEY: z.string().min(1).optional(),
  STATWIRE_DATA_DIR: z.string().min(1).default("data"),
};

/** Asks the API for the link with which the first administrator makes an account. */
export const userFirstLink: Command = {
  purpose: "prints a link with which the first administrator makes an account, as long as there is no user",
  usage: `statwire user first-link [--url http://HOST:PORT] [--json]

Asks the API with the installation's key: API_KEY, or the file secrets/api-key in STATWIRE_DATA_DIR [data].
The link is good for a day, and once.

  --url URL  where the API is [http://127.0.0.1:8034]
  --json     as JSON: url, token, expires_at`,

  async run(args, { environment, print }) {
    const { url, json } = parseOptions(args, {
      url: { type: "string", default: "http://127.0.0.1:8034" },
      json: { type: "boolean", default: false },
    });
    if (!URL.canParse(url)) throw new UsageError(`--url: expected http://HOST:PORT, got ${url}`);
    const link = await askForLink(new URL("/api/v2/auth/first-administrator/link", url), keyOf(environment));
    print(json ? JSON.stringify(link) : link.url);
  },
};

interface Link {
  url: string;
  token: string;
  expires_at: string;
}

function keyOf(environment: Readonly<Record<string, string | undefined>>): string {
  const { API_KEY, STATWIRE_DATA_DIR } = parseSettings(settingsShape, environment);
  if (API_KEY !== undefined) return API_KEY;
  const file = join(STATWIRE_DATA_DIR, "secrets/api-key");
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}; API_KEY or API_KEY_FILE says the key`);
  }
}

async function askForLink(url: URL, key: string): Promise<Link> {
  const signal = AbortSignal.timeout(answerWithinMs);
  const answer = await fetch(url, { method: "POST", headers: { "X-API-Key": key }, redirect: "error", signal }).catch(
    (error: Error) => {
      throw new CommandError(
        `${url.origin} does not answer: ${(error.cause as Error | undefined)?.message ?? error.message}`,
      );
    },
  );
  const body = (await answer.json().catch(() => ({}))) as Link & { detail?: string };
  if (answer.ok) return body;
  throw new CommandError(`${url.origin} answers ${answer.status}: ${body.detail ?? "without a reason"}`);
}
