import { resolve } from "node:path";
import type { EventLog } from "@statwire/event-log";
import { damages, readManifest } from "../backup/backup-folder.js";
import { totalsOf } from "../backup/manifest.js";
import { putBackupBack } from "../backup/put-backup-back.js";
import { asRestorer } from "../backup/restorer.js";
import { type Command, CommandError, parseOptions, required } from "../command.js";
import { asCommandError, withEventLog, withHistory, withProgress } from "../operating/open.js";
import { jsonText, toTable } from "../operating/readable.js";
import { findServers, serverOptions, serverUsage } from "../operating/servers.js";

/** A backup into empty servers. */
export const restore: Command = {
  purpose: "puts a backup into servers that hold nothing, while no service runs",
  usage: `statwire restore --from DIR [--tables-only] [--data-dir DIR] [--json]

The event log must have no stream and the database no row; nothing is ever overwritten. Every file is compared with its checksum
first. Interrupted, it is run again. Services are started afterwards: the ingester takes from the log what came after the
tables were frozen, and the snapshots are filled again.

With npm start: "npm start -- --servers-only" in one terminal, this in another, then Ctrl-C and npm start.

The right to create streams is made with the installation's own keys (data folder, or the folder of "statwire setup"); on
another bus NATS_CREDS_FILE has to have it.

  --from DIR      a backup
  --tables-only   the log is there still: fills an empty database, and has the ingester take from the log what came after
${serverUsage}`,

  async run(args, outside) {
    const options = parseOptions(args, {
      ...serverOptions,
      from: { type: "string" },
      "tables-only": { type: "boolean", default: false },
    });
    const folder = resolve(required(options.from, "--from"));
    const found = findServers(options, outside.environment);
    const manifest = await readManifest(folder);
    const beginMs = outside.now();
    const { signal } = outside;
    const tablesOnly = options["tables-only"];
    const fail = (error: unknown) => {
      throw asCommandError(error, outside);
    };
    let step = "comparing the files with their checksums";
    const onStep = (text: string) => {
      step = text;
    };
    await withProgress(
      outside,
      () => step,
      async () => {
        const damaged = await damages(folder, manifest, () => outside.signal.throwIfAborted());
        if (damaged.length > 0) throw new CommandError(`the backup is damaged: ${damaged.slice(0, 3).join("; ")}`);
        await asRestorer(found, outside, (servers, name, connected) => {
          const put = (log: EventLog) => {
            connected();
            return withHistory(
              servers,
              (history) => putBackupBack({ log, history, folder, manifest, tablesOnly, onStep, signal }).catch(fail),
              { mayBeAbsent: true },
            );
          };
          return withEventLog(servers, outside, put, name);
        });
      },
    );
    const seconds = (outside.now() - beginMs) / 1e3;
    const { rows, messages } = totalsOf(manifest);
    const { takenAt, positions } = manifest;
    outside.print(
      options.json
        ? jsonText({ folder, takenAt, seconds, rows, messages, positions })
        : toTable([
            ["taken at", takenAt],
            ["rows of tables", String(rows)],
            ["messages of streams", String(messages)],
            ["took", `${seconds.toFixed(1)} s`],
          ]),
    );
    outside.tell("all of it is there; start the services");
  },
};
