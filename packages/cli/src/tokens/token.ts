import type { ApiClient } from "../api/client.js";
import { CommandError, type Outside } from "../command.js";

/** A token as the API serves it. */
export interface ServedToken {
  id: string;
  label: string;
  display: string;
  access: string;
  role: string;
  scopes: string[] | null;
  project_ids: string[] | null;
  expires_at: string | null;
  uses_max: number | null;
}

/** A token whose text is shown this once. */
export interface ShownToken extends ServedToken {
  token: string;
}

/** The text alone on standard output, so that it can go where it is needed; what it is of beside that. */
export function printShownToken(outside: Outside, token: ShownToken, json: boolean): void {
  if (!json) outside.tell(`token ${token.id}; it is not shown again`);
  outside.print(json ? JSON.stringify(token) : token.token);
}

/** Every token of the workspace. @throws CommandError */
export function listTokens(api: ApiClient): Promise<ServedToken[]> {
  return api.list<ServedToken>("/api/v2/tokens");
}

/** How often a token was used. @throws CommandError */
export async function usageOf(api: ApiClient, id: string): Promise<{ use_count: number; last_used_at: string | null }> {
  return api.ask("GET", `/api/v2/tokens/${encodeURIComponent(id)}/usage`);
}

/** The project with a key, or else with an id. @throws CommandError when there is none. */
export async function projectIdOf(api: ApiClient, word: string): Promise<string> {
  const query = new URLSearchParams({ filter: `key=${word}` });
  const { items } = await api.ask<{ items: { id: string; key: string }[] }>("GET", `/api/v2/projects?${query}`);
  const named = items.find(({ key }) => key === word);
  if (named !== undefined) return named.id;
  const found = await api
    .ask<{ id: string }>("GET", `/api/v2/projects/${encodeURIComponent(word)}`)
    .catch(() => undefined);
  if (found !== undefined) return found.id;
  throw new CommandError(`there is no project "${word}"`);
}
