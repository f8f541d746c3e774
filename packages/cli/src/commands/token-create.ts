import { tokenFormats } from "@statwire/control-plane";
import { ApiClient, apiOptions, apiUsage } from "../api/client.js";
import { type Command, parseOptionsAndWords, required, UsageError } from "../command.js";
import { countOf, lastingMs } from "../operating/moments.js";
import { printShownToken, projectIdOf, type ShownToken } from "../tokens/token.js";

const usesMaxMax = 1_000_000_000;

export const tokenCreate: Command = {
  purpose: "makes a token for a program, and prints it this once",
  usage: `usage: statwire token create LABEL [OPTIONS]

Standard output has the token and nothing else. Without options it reads everything in the workspace and changes nothing.

  --read-write     it may change things, too
  --scope SCOPE    only this, such as node:read or device:*; several by repetition
  --project KEY    only what is in this project, by its key or id; several by repetition
  --expires-in 30d when it ends (s, m, h, d) [never]
  --uses N         how often it is good [always]
  --format FORMAT  ${tokenFormats.join(", ")} [statwire]
${apiUsage}`,
  async run(args, outside) {
    const { options, words } = parseOptionsAndWords(args, createOptions, 1);
    const label = required(words[0], "LABEL");
    const format = tokenFormats.find((one) => one === options.format);
    if (format === undefined) throw new UsageError(`--format: expected one of ${tokenFormats.join(", ")}`);
    const expires = options["expires-in"];
    const expiresMs = expires === undefined ? undefined : outside.now() + lastingMs(expires, "--expires-in");
    const uses = options.uses === undefined ? null : countOf(options.uses, "--uses", { min: 1, max: usesMaxMax });
    const api = ApiClient.withKey(options, outside);
    const projectIds = await Promise.all((options.project ?? []).map((word) => projectIdOf(api, word)));
    const made = await api.ask<ShownToken>("POST", "/api/v2/tokens", {
      ...{ label, format, uses_max: uses },
      access: options["read-write"] ? "read-write" : "read-only",
      scopes: options.scope ?? null,
      project_ids: projectIds.length === 0 ? null : projectIds,
      expires_at: expiresMs === undefined ? null : new Date(expiresMs).toISOString(),
    });
    printShownToken(outside, made, options.json);
  },
};

const createOptions = {
  ...apiOptions,
  "read-write": { type: "boolean", default: false },
  scope: { type: "string", multiple: true },
  project: { type: "string", multiple: true },
  "expires-in": { type: "string" },
  uses: { type: "string" },
  format: { type: "string", default: "statwire" },
} as const;
