import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, kindOf } from "@statwire/control-plane";
import { parseSettings, port } from "@statwire/runtime";
import { z } from "zod";
import { CommandError, type Outside } from "../command.js";
import type { Step } from "./plan.js";
import { type CurrentDocument, type FileKind, fileKinds, withReferences } from "./workspace-documents.js";

/** Options of the commands that speak with the API. */
export const apiOptions = {
  "data-dir": { type: "string" },
  url: { type: "string" },
  workspace: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** What their `--help` says of them. */
export const apiUsage = `  --url URL        the API [http://127.0.0.1:SERVER_PORT, 8034]; its key is API_KEY, or that of the data folder
  --workspace ID   [that of the key]
  --data-dir DIR   data folder of npm start [STATWIRE_DATA_DIR or data]
  --json           as JSON`;

const answerWithinMs = 30_000;
const pageMax = 500;

/** The API of an installation, as who holds its key. */
export class ConfigurationApi {
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #signal: AbortSignal;

  /** @throws CommandError when there is no key; SettingsError. */
  constructor(
    options: { "data-dir"?: string | undefined; url?: string | undefined; workspace?: string | undefined },
    outside: Outside,
  ) {
    const settings = parseSettings(shape, outside.environment);
    this.#url = options.url ?? `http://127.0.0.1:${settings.SERVER_PORT}`;
    const key = settings.API_KEY ?? keptKey(options["data-dir"] ?? settings.STATWIRE_DATA_DIR);
    this.#headers = {
      "X-API-Key": key,
      ...(options.workspace === undefined ? {} : { "X-Workspace": options.workspace }),
    };
    this.#signal = outside.signal;
  }

  /** Every document of the kinds that a file holds. @throws CommandError. */
  async read(): Promise<CurrentDocument[]> {
    const found: CurrentDocument[] = [];
    for (const kind of fileKinds) {
      let cursor: string | null = "";
      while (cursor !== null) {
        const query: string = new URLSearchParams({ limit: String(pageMax), ...(cursor && { cursor }) }).toString();
        const page: Page = await this.ask("GET", `/api/v2/${kindOf(kind).plural}?${query}`);
        found.push(...page.items.map((item) => toCurrent(kind, item)));
        cursor = page.next_cursor;
      }
    }
    return found;
  }

  /** Makes the changes in their order. @throws CommandError at the first that is refused; those before it are made. */
  async apply(steps: readonly Step[], onDone: (step: Step) => void): Promise<void> {
    const created = new Map<string, string>();
    for (const step of steps) {
      const { operation, kind, id, revision, document = {} } = step;
      const path = `/api/v2/${kindOf(kind).plural}`;
      const body = withReferences(kind, document, (_kind, word) => created.get(word) ?? word);
      const current = { "If-Match": `"${revision}"` };
      if (operation === "create") created.set(id, (await this.ask<Served>("POST", path, body)).id);
      else if (operation === "replace") await this.ask("PUT", `${path}/${id}`, body, current);
      else await this.ask("DELETE", `${path}/${id}`, undefined, current);
      onDone(step);
    }
  }

  /** Sends one request, and answers what the API does. @throws CommandError when that is a refusal. */
  async ask<Answer>(method: string, path: string, body?: Document, more: Record<string, string> = {}): Promise<Answer> {
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

type Served = Record<string, unknown> & { id: string; revision: number };

interface Page {
  items: Served[];
  next_cursor: string | null;
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

function toCurrent(kind: FileKind, served: Served): CurrentDocument {
  const names = Object.keys(kindOf(kind).fields.shape);
  const fields = Object.fromEntries(names.map((name) => [name, served[name]]));
  return { kind, id: served.id, revision: served.revision, fields };
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
