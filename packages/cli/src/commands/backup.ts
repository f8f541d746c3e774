import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { createFolder } from "../backup/backup-folder.js";
import { totalsOf } from "../backup/manifest.js";
import { takeBackup } from "../backup/take-backup.js";
import { type Command, parseOptions, required } from "../command.js";
import { asCommandError, withEventLog, withHistory, withProgress } from "../operating/open.js";
import { bytesText, jsonText, toTable } from "../operating/readable.js";
import { findServers, serverOptions, serverUsage } from "../operating/servers.js";

/** Streams and tables into a folder, at one position of the log. */
export const backup: Command = {
  purpose: "copies every stream and every table into a folder, while everything goes on",
  usage: `statwire backup --to DIR [--data-dir DIR] [--json]

DIR is made, or is empty. The ingester pauses for a moment (a minute at most), in which the tables are frozen at a position of
the log; what comes meanwhile waits in the log. DIR is a backup when manifest.json is there, which is written last;
"statwire backup verify" reads all of it again. Redis is not copied: it is filled from the log. Neither are the secrets and
keys of the installation: docs/operations.md says which to keep.

  --to DIR        where to
${serverUsage}`,

  async run(args, outside) {
    const options = parseOptions(args, { ...serverOptions, to: { type: "string" } });
    const folder = resolve(required(options.to, "--to"));
    const servers = findServers(options, outside.environment);
    const beginMs = outside.now();
    let step = "";
    const fail = (error: unknown) => {
      throw asCommandError(error, outside);
    };
    const onStep = (text: string) => {
      step = text;
    };
    const manifest = await withEventLog(servers, outside, (log) =>
      withHistory(servers, async (history) => {
        await createFolder(folder);
        const by = `backup ${new Date(beginMs).toISOString()} ${randomUUID().slice(0, 8)}`;
        return withProgress(
          outside,
          () => step,
          () => takeBackup({ log, history, folder, by, onStep }, outside).catch(fail),
        );
      }),
    );
    const seconds = (outside.now() - beginMs) / 1e3;
    const { rows, messages, bytes } = totalsOf(manifest);
    const { takenAt, heldSeconds, positions } = manifest;
    const summary = { folder, takenAt, seconds, heldSeconds, rows, messages, bytes };
    outside.print(
      options.json
        ? jsonText({ ...summary, positions })
        : toTable([
            ["folder", folder],
            ["taken at", takenAt],
            ["position", positions.map(({ stream, committed }) => `${stream} ${committed}`).join(", ")],
            ["rows of tables", String(rows)],
            ["messages of streams", String(messages)],
            ["size", bytesText(bytes)],
            ["ingestion paused for", `${heldSeconds.toFixed(1)} s`],
            ["took", `${seconds.toFixed(1)} s`],
          ]),
    );
  },
};
