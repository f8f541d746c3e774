import { apiOptions, apiUsage } from "../api/client.js";
import { type Command, parseOptionsAndWords, required } from "../command.js";
import { ConfigurationApi } from "../configuration/api.js";
import { planText } from "../configuration/plan-text.js";
import { readPlan } from "../configuration/read-plan.js";

export const configPlan: Command = {
  purpose: "what has to change so that a workspace is what a file says",
  usage: `usage: statwire config plan FILE [--prune] [OPTIONS]

Changes nothing.

  --prune          what the file does not mention is to be deleted
${apiUsage}`,
  async run(args, outside) {
    const { options, words } = parseOptionsAndWords(
      args,
      { ...apiOptions, prune: { type: "boolean", default: false } },
      1,
    );
    const steps = await readPlan(new ConfigurationApi(options, outside), required(words[0], "FILE"), options);
    outside.print(options.json ? JSON.stringify(steps) : planText(steps));
  },
};
