import { deleteDeadLetter } from "@statwire/event-log";
import { type Command, parseOptionsAndWords, UsageError } from "../command.js";
import { lettersOf, numbersMax, numbersOf } from "../operating/letters.js";
import { withEventLog, withProgress } from "../operating/open.js";
import { jsonText } from "../operating/readable.js";
import { findServers, serverOptions, serverUsage } from "../operating/servers.js";

/** Takes dead letters away. */
export const deadLettersDrop: Command = {
  purpose: "takes dead letters away for good",
  usage: `statwire deadletters drop NUMBER… | --all --yes [--data-dir DIR] [--json]

  --all           every dead letter there is now; needs --yes
${serverUsage}`,

  async run(args, outside) {
    const own = { all: { type: "boolean", default: false }, yes: { type: "boolean", default: false } } as const;
    const { options, words } = parseOptionsAndWords(args, { ...serverOptions, ...own }, numbersMax);
    const numbers = numbersOf(words, options.all);
    if (numbers === "all" && !options.yes) throw new UsageError("--all takes every dead letter away; say --yes, too");
    const servers = findServers(options, outside.environment);
    const dropped: number[] = [];
    await withEventLog(servers, outside, (log) =>
      withProgress(
        outside,
        () => `dropped ${dropped.length} dead letters`,
        async () => {
          // All of them first: when one is not there, none is taken away.
          const found: number[] = [];
          for await (const { sequence } of lettersOf(log, numbers, outside.signal)) found.push(sequence);
          for (const number of found) if (await deleteDeadLetter(log, number)) dropped.push(number);
        },
      ),
    );
    outside.print(options.json ? jsonText({ dropped }) : `dropped ${dropped.length}`);
  },
};
