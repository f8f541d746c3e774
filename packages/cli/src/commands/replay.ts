import { allDelivered, deliverAgain, type EventLog, replayPrefix, scan } from "@statwire/event-log";
import { type Command, type Outside, parseOptions, required, UsageError } from "../command.js";
import { countOf, momentOf } from "../operating/moments.js";
import { withEventLog, withProgress } from "../operating/open.js";
import { jsonText } from "../operating/readable.js";
import { findServers, serverOptions, serverUsage } from "../operating/servers.js";
import { streamOf } from "./tail.js";

const rateDefault = 1_000;
/** Messages are sent in portions, so many a second. */
const portionsPerSecond = 10;

interface Range {
  subject: string;
  fromMs: number;
  toMs: number;
  perSecond: number;
  dryRun: boolean;
}

interface Replayed {
  stream: string;
  messages: number;
  bytes: number;
  /** Sequences of the first and the last; 0 for none. */
  first: number;
  last: number;
}

/** Delivers stored messages once more, to whoever listens. */
export const replay: Command = {
  purpose: "delivers stored messages again, under replay.v1., to consumers of your own",
  usage: `statwire replay --subject FILTER --from TIME [--to TIME] [--rate N] [--dry-run] [--data-dir DIR] [--json]

Each message of the range is published on ${replayPrefix}SUBJECT with its bytes and headers, in order, and with the headers
statwire-replay-of (STREAM:SEQUENCE) and statwire-replay-stored-at. Whoever subscribes ${replayPrefix}> hears it; no stream
stores it and no service of Statwire takes it, so nothing is counted twice. The credential "consumer" may subscribe that
of its workspace.

  --subject FILTER  a filter of NATS, as 'telemetry.v1.default.*.live.>', 'logs.v1.>'
  --from, --to      when the messages were stored: 15m (ago; s, m, h, d) or 2026-01-31T12:00:00Z; --to is left out [now]
  --rate N          messages a second [${rateDefault}]
  --dry-run         counts them
${serverUsage}`,

  async run(args, outside) {
    const options = parseOptions(args, {
      ...serverOptions,
      subject: { type: "string" },
      from: { type: "string" },
      to: { type: "string", default: "now" },
      rate: { type: "string", default: String(rateDefault) },
      "dry-run": { type: "boolean", default: false },
    });
    const range: Range = {
      subject: required(options.subject, "--subject"),
      fromMs: momentOf(required(options.from, "--from"), "--from", outside.now()),
      toMs: momentOf(options.to, "--to", outside.now()),
      perSecond: countOf(options.rate, "--rate", { min: 1, max: 1_000_000 }),
      dryRun: options["dry-run"],
    };
    const stream = streamOf(range.subject);
    if (range.fromMs >= range.toMs) throw new UsageError("--from: expected a time before --to");
    const servers = findServers(options, outside.environment);
    const replayed: Replayed = { stream, messages: 0, bytes: 0, first: 0, last: 0 };
    await withEventLog(servers, outside, (log) =>
      withProgress(
        outside,
        () => `${replayed.messages} messages up to ${stream}:${replayed.last}`,
        () => deliverRange(log, range, replayed, outside),
      ),
    );
    outside.print(options.json ? jsonText(replayed) : toText(replayed, range));
  },
};

/** Counts in `replayed` as it goes. */
async function deliverRange(
  log: EventLog,
  { subject, fromMs, toMs, perSecond, dryRun }: Range,
  replayed: Replayed,
  { signal, sleep }: Outside,
): Promise<void> {
  const portion = Math.ceil(perSecond / portionsPerSecond);
  const { stream } = replayed;
  for await (const message of scan(log, { stream, filter: subject, start: { timeMs: fromMs }, signal })) {
    if (message.storedAtMs >= toMs) break;
    if (!dryRun) deliverAgain(log, stream, message);
    replayed.messages += 1;
    replayed.bytes += message.payload.length;
    replayed.first ||= message.sequence;
    replayed.last = message.sequence;
    if (dryRun || replayed.messages % portion !== 0) continue;
    await allDelivered(log);
    await sleep((1e3 * portion) / perSecond);
  }
  await allDelivered(log);
}

function toText({ stream, messages, first, last }: Replayed, { dryRun, subject }: Range): string {
  if (messages === 0) return `${stream} holds no message of ${subject} in this time`;
  const what = `${messages} messages (${stream}:${first} to ${last})`;
  return dryRun ? `${what} would be replayed` : `${what} replayed under ${replayPrefix}`;
}
