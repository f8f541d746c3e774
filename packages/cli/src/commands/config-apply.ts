import { apiOptions, apiUsage } from "../api/client.js";
import { type Command, parseOptionsAndWords, required } from "../command.js";
import { ConfigurationApi } from "../configuration/api.js";
import { planText } from "../configuration/plan-text.js";
import { readPlan } from "../configuration/read-plan.js";

export const configApply: Command = {
  purpose: "makes a workspace what a file says",
  usage: `usage: statwire config apply FILE [--prune] [OPTIONS]

Makes the changes of "statwire config plan", one after the other. A document that somebody changes meanwhile is not
overwritten: then it ends there, and can be called again.

  --prune          what the file does not mention is deleted
${apiUsage}`,
  async run(args, outside) {
    const { options, words } = parseOptionsAndWords(
      args,
      { ...apiOptions, prune: { type: "boolean", default: false } },
      1,
    );
    const api = new ConfigurationApi(options, outside);
    const steps = await readPlan(api, required(words[0], "FILE"), options);
    await api.apply(steps, ({ operation, kind, label }) => outside.tell(`${operation} ${kind} ${label}: done`));
    outside.print(options.json ? JSON.stringify(steps) : planText(steps));
  },
};
