import { countDroppedLetters } from "@statwire/event-log";
import { droppedLettersFilter } from "@statwire/events";
import { type Command, parseOptions } from "../command.js";
import { allLetters } from "../operating/letters.js";
import { letterFields } from "../operating/message-view.js";
import { countOf } from "../operating/moments.js";
import { withEventLog, withProgress } from "../operating/open.js";
import { jsonText, plainText, toTable } from "../operating/readable.js";
import { findServers, serverOptions, serverUsage } from "../operating/servers.js";

const limitMax = 100_000;
const reasonWidth = 80;

/** What could not be processed, and why. */
export const deadLettersList: Command = {
  purpose: "lists messages that could not be processed, and why",
  usage: `statwire deadletters list [--limit N] [--data-dir DIR] [--json]

The number of each is what show, retry and drop are given.

  --limit N       the newest N, oldest of them first [50]
${serverUsage}`,

  async run(args, outside) {
    const options = parseOptions(args, { ...serverOptions, limit: { type: "string", default: "50" } });
    const limit = countOf(options.limit, "--limit", { min: 1, max: limitMax });
    const servers = findServers(options, outside.environment);
    let total = 0;
    const newest: Record<string, string | number>[] = [];
    const givenUp = await withEventLog(servers, outside, (log) =>
      withProgress(
        outside,
        () => `read ${total} dead letters`,
        async () => {
          for await (const letter of allLetters(log, outside.signal)) {
            total += 1;
            newest.push(letterFields(letter));
            if (newest.length > limit) newest.shift();
          }
          return countDroppedLetters(log);
        },
      ),
    );
    outside.print(options.json ? jsonText({ total, givenUp, letters: newest }) : toText(total, givenUp, newest));
  },
};

function toText(total: number, givenUp: number, letters: readonly Record<string, string | number>[]): string {
  const dropped =
    givenUp === 0
      ? ""
      : `\n\ngiven up because there were too many: ${givenUp}; statwire tail '${droppedLettersFilter}' --since 30d says whose`;
  if (total === 0) return `no dead letters${dropped}`;
  const rows = letters.map(({ number, failedAt, subject, reason }) => [
    String(number),
    String(failedAt),
    plainText(String(subject)),
    shortened(plainText(String(reason))),
  ]);
  const rest = total > letters.length ? `\n\n${total} dead letters, the newest ${letters.length} of them shown` : "";
  return `${toTable([["NUMBER", "FAILED", "SUBJECT", "REASON"], ...rows])}${rest}${dropped}`;
}

function shortened(text: string): string {
  return text.length > reasonWidth ? `${text.slice(0, reasonWidth - 1)}…` : text;
}
