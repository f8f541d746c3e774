import { deleteDeadLetter, type EventLog, type KeptLetter, retryDeadLetter } from "@statwire/event-log";
import { type History, storedEvents } from "@statwire/history-store";
import { type Command, CommandError, parseOptionsAndWords } from "../command.js";
import { lettersOf, numbersMax, numbersOf } from "../operating/letters.js";
import { withEventLog, withHistory, withProgress } from "../operating/open.js";
import { jsonText, plainText } from "../operating/readable.js";
import { missingPayload, toIdentity, toRetriable } from "../operating/retry.js";
import { findServers, serverOptions, serverUsage } from "../operating/servers.js";

interface Retried {
  number: number;
  /** `published`: as `stream`:`sequence`; `stored`: nothing was missing in the history; `left`: see `reason`. */
  outcome: "published" | "stored" | "left";
  stream?: string;
  sequence?: number;
  events?: number;
  reason?: string;
}

/** Takes dead letters back into the log, once. */
export const deadLettersRetry: Command = {
  purpose: "publishes dead letters again, so that each event is taken once, and takes them away",
  usage: `statwire deadletters retry NUMBER… | --all [--dry-run] [--data-dir DIR] [--json]

For when their reason is gone: a newer version knows the event, the history can store it. The bytes are published as they
were, on the subject telemetry.v1.WORKSPACE.NODE.retry.SEQUENCE.FAMILY (logs.v1.WORKSPACE.NODE.LOG.retry.SEQUENCE, integrity.v1.WORKSPACE.NODE.retry.SEQUENCE), which
is neither lane of the node and takes one message for ever: a retry that is interrupted and begun again, or made twice at
once, is stored once. Before that the history is asked for each event by its node, family, boot and sequence; of a
message that it has in part the missing events are published. A letter goes when its message is in the stream. What this
version cannot read is left, and the exit code is 1.

  --all           every dead letter
  --dry-run       says what would be done
${serverUsage}`,

  async run(args, outside) {
    const own = { all: { type: "boolean", default: false }, "dry-run": { type: "boolean", default: false } } as const;
    const { options, words } = parseOptionsAndWords(args, { ...serverOptions, ...own }, numbersMax);
    const numbers = numbersOf(words, options.all);
    const servers = findServers(options, outside.environment);
    const retried: Retried[] = [];
    await withHistory(servers, (history) =>
      withEventLog(servers, outside, (log) =>
        withProgress(
          outside,
          () => `tried ${retried.length} dead letters`,
          async () => {
            for await (const letter of lettersOf(log, numbers, outside.signal)) {
              const result = await retry(log, history, letter, options["dry-run"]);
              retried.push(result);
              if (!options.json) outside.print(toLine(result, options["dry-run"]));
            }
          },
        ),
      ),
    );
    if (options.json) outside.print(jsonText(retried));
    const left = retried.filter(({ outcome }) => outcome === "left").length;
    if (left > 0) throw new CommandError(`${left} of ${retried.length} dead letters are left`);
  },
};

/** Publish first, delete after: a crash in between leaves a letter of which nothing is missing any more. */
async function retry(log: EventLog, history: History, letter: KeptLetter, dryRun: boolean): Promise<Retried> {
  const number = letter.sequence;
  const retriable = toRetriable(letter);
  if (!retriable.ok) return { number, outcome: "left", reason: retriable.reason };
  const { address, events } = retriable;
  const identities = events.map((event) => toIdentity(address, event));
  const stored = await storedEvents(history, address, identities);
  const payload = missingPayload(letter, retriable, stored);
  if (payload === undefined) {
    if (!dryRun) await deleteDeadLetter(log, number);
    return { number, outcome: "stored", events: events.length };
  }
  const missing = stored.filter((isStored) => !isStored).length;
  if (dryRun) return { number, outcome: "published", events: missing };
  const outcome = await retryDeadLetter(log, letter, payload);
  if (outcome.kind === "refused") return { number, outcome: "left", reason: outcome.reason };
  await deleteDeadLetter(log, number);
  return { number, outcome: "published", stream: outcome.stream, sequence: outcome.sequence, events: missing };
}

function toLine({ number, outcome, stream, sequence, events, reason }: Retried, dryRun: boolean): string {
  const count = events === 1 ? "1 event" : `${events} events`;
  const would = dryRun ? "would be " : "";
  if (outcome === "left") return `${number}: ${would}left: ${plainText(reason ?? "")}`;
  if (outcome === "stored") return `${number}: ${count} stored already, ${would}taken away`;
  return `${number}: ${count} ${would}published${stream === undefined ? "" : ` as ${stream}:${sequence}`}`;
}
