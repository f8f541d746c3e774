import { ApiClient, apiOptions, apiUsage } from "../api/client.js";
import { type Command, parseOptionsAndWords, required } from "../command.js";

export const tokenRevoke: Command = {
  purpose: "ends a token, everywhere and at once",
  usage: `usage: statwire token revoke ID [OPTIONS]

ID is that of token list.

${apiUsage}`,
  async run(args, outside) {
    const { options, words } = parseOptionsAndWords(args, apiOptions, 1);
    const id = required(words[0], "ID");
    const api = ApiClient.withKey(options, outside);
    await api.ask("DELETE", `/api/v2/tokens/${encodeURIComponent(id)}`, undefined, { "If-Match": "*" });
    outside.print(options.json ? JSON.stringify({ id, revoked: true }) : `${id} is revoked`);
  },
};
