import { ApiClient, apiOptions, apiUsage } from "../api/client.js";
import { type Command, parseOptions } from "../command.js";
import { countOf } from "../operating/moments.js";
import { jsonText, plainText, toTable } from "../operating/readable.js";

const limitMax = 500;
const filters = ["type", "actor", "kind", "id", "action", "from", "to"] as const;

interface Entry {
  at: string;
  action: string;
  workspace: string;
  actor: { name: string } | null;
  document: { kind: string; id: string; revision: number } | null;
  address: string | null;
}

/** Who changed what, and who signed in. */
export const audit: Command = {
  purpose: "who changed which document, and what happened to sign-ins",
  usage: `usage: statwire audit [OPTIONS]

The newest first.

  --limit N        how many [50]
  --type TYPE      change, or sign-in
  --actor WHO      id or name of who did it
  --kind KIND      only changes of documents of this kind, such as device; with --id of one
  --id ID
  --action ACTION  such as deleted or refused
  --from, --to     times, or relative to now as in -24h
${apiUsage}`,
  async run(args, outside) {
    const options = parseOptions(args, {
      ...{
        ...apiOptions,
        limit: { type: "string", default: "50" },
        type: { type: "string" },
        actor: { type: "string" },
      },
      ...{ kind: { type: "string" }, id: { type: "string" }, action: { type: "string" } },
      ...{ from: { type: "string" }, to: { type: "string" } },
    });
    const query = new URLSearchParams({ limit: String(countOf(options.limit, "--limit", { min: 1, max: limitMax })) });
    for (const name of filters) if (options[name] !== undefined) query.set(name, options[name]);
    const api = ApiClient.withKey(options, outside);
    const { entries } = await api.ask<{ entries: Entry[] }>("GET", `/api/v2/audit?${query}`);
    outside.print(options.json ? jsonText(entries) : toText(entries));
  },
};

function toText(entries: readonly Entry[]): string {
  const rows = entries.map(({ at, workspace, actor, action, document, address }) => [
    ...[at, workspace, plainText(actor?.name ?? "-"), action],
    document === null
      ? `sign-in${address === null ? "" : ` from ${plainText(address)}`}`
      : `${document.kind} ${document.id}`,
  ]);
  return rows.length === 0 ? "nothing" : toTable([["AT", "WORKSPACE", "WHO", "ACTION", "WHAT"], ...rows]);
}
