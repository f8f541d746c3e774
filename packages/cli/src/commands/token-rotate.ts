import { ApiClient, apiOptions, apiUsage } from "../api/client.js";
import { type Command, parseOptionsAndWords, required, UsageError } from "../command.js";
import { lastingMs } from "../operating/moments.js";
import { printShownToken, type ShownToken } from "../tokens/token.js";

const overlapDaysMax = 7;

export const tokenRotate: Command = {
  purpose: "gives a token another text, and prints it this once",
  usage: `usage: statwire token rotate ID [OPTIONS]

Standard output has the new token and nothing else.

  --overlap 1h     for how long the one before is good, too (s, m, h, d; at most ${overlapDaysMax}d) [not at all]
${apiUsage}`,
  async run(args, outside) {
    const { options, words } = parseOptionsAndWords(args, { ...apiOptions, overlap: { type: "string" } } as const, 1);
    const id = required(words[0], "ID");
    const overlapMs = options.overlap === undefined ? 0 : lastingMs(options.overlap, "--overlap");
    if (overlapMs > overlapDaysMax * 86_400_000) throw new UsageError(`--overlap: at most ${overlapDaysMax}d`);
    const api = ApiClient.withKey(options, outside);
    const path = `/api/v2/tokens/${encodeURIComponent(id)}/rotate`;
    const rotated = await api.ask<ShownToken>("POST", path, { overlap_seconds: overlapMs / 1_000 });
    printShownToken(outside, rotated, options.json);
  },
};
