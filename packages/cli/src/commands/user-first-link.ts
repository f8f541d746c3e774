import { ApiClient, apiOptions, apiUsage } from "../api/client.js";
import { type Command, parseOptions } from "../command.js";

/** Asks the API for the link with which the first administrator makes an account. */
export const userFirstLink: Command = {
  purpose: "prints a link with which the first administrator makes an account, as long as there is no user",
  usage: `statwire user first-link [OPTIONS]

The link is good for a day, and once. As JSON: url, token, expires_at.

${apiUsage}`,

  async run(args, outside) {
    const options = parseOptions(args, apiOptions);
    const api = ApiClient.withKey(options, outside);
    const link = await api.ask<Link>("POST", "/api/v2/auth/first-administrator/link");
    outside.print(options.json ? JSON.stringify(link) : link.url);
  },
};

interface Link {
  url: string;
  token: string;
  expires_at: string;
}
