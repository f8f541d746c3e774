import { resolve } from "node:path";
import { damages, readManifest } from "../backup/backup-folder.js";
import { filesOf, totalsOf } from "../backup/manifest.js";
import { type Command, CommandError, parseOptionsAndWords, required } from "../command.js";
import { withProgress } from "../operating/open.js";
import { bytesText, jsonText, toTable } from "../operating/readable.js";

/** Whether a backup is whole. */
export const backupVerify: Command = {
  purpose: "reads a backup and compares every file with its checksum",
  usage: `statwire backup verify DIR [--json]

Exit code 1 when a file is missing or changed, or the backup was interrupted. Touches no server.

  --json          as JSON`,

  async run(args, outside) {
    const { options, words } = parseOptionsAndWords(args, { json: { type: "boolean", default: false } }, 1);
    const folder = resolve(required(words[0], "DIR"));
    const manifest = await readManifest(folder);
    const { rows, messages, bytes } = totalsOf(manifest);
    let read = 0;
    const found = await withProgress(
      outside,
      () => `${bytesText(read)} of ${bytesText(bytes)} read`,
      () =>
        damages(folder, manifest, (more) => {
          read += more;
        }),
    );
    const { takenAt } = manifest;
    const files = filesOf(manifest).length;
    outside.print(
      options.json
        ? jsonText({ folder, takenAt, files, rows, messages, bytes, damages: found })
        : toTable([
            ["taken at", takenAt],
            ["files", String(files)],
            ["rows of tables", String(rows)],
            ["messages of streams", String(messages)],
            ["size", bytesText(bytes)],
            ...found.map((damage) => ["damaged", damage]),
          ]),
    );
    if (found.length > 0) throw new CommandError(`${found.length} of ${files} files are not as they were written`);
  },
};
