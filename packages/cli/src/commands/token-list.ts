import { ApiClient, apiOptions, apiUsage } from "../api/client.js";
import { type Command, parseOptions } from "../command.js";
import { plainText, toTable } from "../operating/readable.js";
import { listTokens, type ServedToken, usageOf } from "../tokens/token.js";

export const tokenList: Command = {
  purpose: "the tokens of a workspace: what each may do, and how often it was used",
  usage: `usage: statwire token list [OPTIONS]

${apiUsage}`,
  async run(args, outside) {
    const options = parseOptions(args, apiOptions);
    const api = ApiClient.withKey(options, outside);
    const tokens: (ServedToken & { use_count: number; last_used_at: string | null })[] = [];
    // One after the other: a workspace may have many, and the API has its limits.
    for (const token of await listTokens(api)) tokens.push({ ...token, ...(await usageOf(api, token.id)) });
    outside.print(options.json ? JSON.stringify(tokens) : toTable([heading, ...tokens.map(toRow)]));
  },
};

const heading = ["id", "label", "token", "access", "role", "scopes", "projects", "expires", "uses", "last used"];

function toRow(token: ServedToken & { use_count: number; last_used_at: string | null }): string[] {
  const { scopes, project_ids: projectIds, uses_max: usesMax } = token;
  return [
    ...[token.id, plainText(token.label), token.display, token.access, token.role],
    scopes === null ? "all" : scopes.join(" "),
    projectIds === null ? "all" : String(projectIds.length),
    token.expires_at ?? "never",
    usesMax === null ? String(token.use_count) : `${token.use_count} of ${usesMax}`,
    token.last_used_at ?? "never",
  ];
}
