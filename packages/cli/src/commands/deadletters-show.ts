import { parseEventSubject, readEvents } from "@statwire/events";
import { type Command, parseOptionsAndWords, required } from "../command.js";
import { letterAt } from "../operating/letters.js";
import { letterFields } from "../operating/message-view.js";
import { countOf } from "../operating/moments.js";
import { withEventLog } from "../operating/open.js";
import { jsonText, plainText, toTable } from "../operating/readable.js";
import { findServers, serverOptions, serverUsage } from "../operating/servers.js";

/** How much of a payload that cannot be read is shown. */
const bytesShown = 512;

/** All that is known about one dead letter. */
export const deadLettersShow: Command = {
  purpose: "shows a dead letter: where it was, why it is one, its headers and what it says",
  usage: `statwire deadletters show NUMBER [--data-dir DIR] [--json]

Its events are decoded when this version can read them, otherwise its first ${bytesShown} bytes are shown in hexadecimal.

${serverUsage}`,

  async run(args, outside) {
    const { options, words } = parseOptionsAndWords(args, serverOptions, 1);
    const number = countOf(required(words[0], "NUMBER"), "NUMBER", { min: 1, max: Number.MAX_SAFE_INTEGER });
    const servers = findServers(options, outside.environment);
    const letter = await withEventLog(servers, outside, (log) => letterAt(log, number));
    const kind = parseEventSubject(letter.originalSubject)?.kind;
    const read = kind === undefined ? undefined : readEvents(kind, letter.payload);
    const shown = {
      ...letterFields(letter),
      headers: letter.originalHeaders,
      ...(read?.ok
        ? { events: read.events.map(({ json }) => json) }
        : {
            unreadable: read?.reason ?? "no kind of event has this subject",
            hex: Buffer.from(letter.payload.subarray(0, bytesShown)).toString("hex"),
          }),
    };
    outside.print(options.json ? jsonText(shown) : toText(shown));
  },
};

function toText(shown: Readonly<Record<string, unknown>>): string {
  const rows = Object.entries(shown).flatMap(([name, value]): string[][] => {
    if (name === "headers") return Object.entries(value as object).map(([key, text]) => [key, plainText(String(text))]);
    if (Array.isArray(value)) return value.map((event) => ["event", plainText(jsonText(event))]);
    return [[name, plainText(String(value))]];
  });
  return toTable(rows);
}
