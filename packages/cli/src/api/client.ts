import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSettings, port } from "@statwire/runtime";
import { z } from "zod";
import { CommandError, type Outside, UsageError } from "../command.js";

/** Options of the commands that speak with the API. */
export const apiOptions = {
  "data-dir": { type: "string" },
  url: { type: "string" },
  workspace: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** What their `--help` says. */
export const apiUsage = `  --url URL        the API [http://127.0.0.1:SERVER_PORT, 8034]; its key is API_KEY, or that of the data folder
  --workspace ID   [that of the key]
  --data-dir DIR   data folder of npm start [STATWIRE_DATA_DIR or data]
  --json           as JSON`;

const answerWithinMs = 30_000;
const pageMax = 500;

/** Which API, and as whom. */
export interface ApiChoice {
  "data-dir"?: string | undefined;
  url?: string | undefined;
  workspace?: string | undefined;
}

/** The API of an installation, as who holds its key, or as nobody. */
export class ApiClient {
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #signal: AbortSignal;

  private constructor(url: string, headers: Record<string, string>, signal: AbortSignal) {
    if (!URL.canParse(url)) throw new UsageError(`--url: expected http://HOST:PORT, got ${url}`);
    this.#url = new URL(url).origin;
    this.#headers = headers;
    this.#signal = signal;
  }

  /** @throws CommandError when there is no key; UsageError; SettingsError. */
  static withKey(choice: ApiChoice, { environment, signal }: Pick<Outside, "environment" | "signal">): ApiClient {
    const settings = parseSettings(shape, environment);
    const url = choice.url ?? `http://127.0.0.1:${settings.SERVER_PORT}`;
    const key = settings.API_KEY ?? keptKey(choice["data-dir"] ?? settings.STATWIRE_DATA_DIR);
    const workspace = choice.workspace === undefined ? {} : { "X-Workspace": choice.workspace };
    return new ApiClient(url, { "X-API-Key": key, ...workspace }, signal);
  }

  /** For what takes no key. @throws UsageError. */
  static withoutKey(url: string, { signal }: Pick<Outside, "signal">): ApiClient {
    return new ApiClient(url, {}, signal);
  }

  /** Every document of a kind, page by page. @throws CommandError. */
  async list<Item>(path: string): Promise<Item[]> {
    const found: Item[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query: string = new URLSearchParams({ limit: String(pageMax), ...(cursor && { cursor }) }).toString();
      const page: { items: Item[]; next_cursor: string | null } = await this.ask("GET", `${path}?${query}`);
      found.push(...page.items);
      cursor = page.next_cursor;
    }
    return found;
  }

  /** @throws CommandError with what the API says, or that it does not answer. */
  async ask<Answer>(method: string, path: string, body?: object, more: Record<string, string> = {}): Promise<Answer> {
    const headers = { ...this.#headers, ...more, ...(body && { "Content-Type": "application/json" }) };
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(answerWithinMs)]);
    const answer = await fetch(this.#url + path, {
      method,
      headers,
      signal,
      // The key is for this address alone.
      redirect: "error",
      ...(body && { body: JSON.stringify(body) }),
    }).catch((error: Error) => {
      this.#signal.throwIfAborted();
      throw new CommandError(
        `${this.#url} does not answer: ${(error.cause as Error | undefined)?.message ?? error.message}`,
      );
    });
    const text = await answer.text();
    if (answer.ok) return (text === "" ? undefined : JSON.parse(text)) as Answer;
    throw new CommandError(`${method} ${path}: ${detailOf(text) ?? `status ${answer.status}`}`);
  }
}

const shape = {
  STATWIRE_DATA_DIR: z.string().min(1).default("data"),
  SERVER_PORT: port(8034),
  API_KEY: z.string().min(1).optional(),
};

function keptKey(dataDir: string): string {
  const file = join(dataDir, "secrets/api-key");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  throw new CommandError(`${file} is not there: set API_KEY or API_KEY_FILE, or name the data folder (--data-dir)`);
}

/** Of a problem document. */
function detailOf(text: string): string | undefined {
  try {
    const { detail } = JSON.parse(text) as { detail?: unknown };
    return typeof detail === "string" ? detail : undefined;
  } catch {
    return undefined;
  }
}
