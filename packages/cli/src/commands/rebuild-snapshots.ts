import {
  flushSnapshots,
  type Readiness,
  readReadiness,
  type SnapshotStore,
  snapshotParts,
} from "@statwire/snapshot-store";
import { type Command, CommandError, type Outside, parseOptions, UsageError } from "../command.js";
import { type Comparison, compareSnapshots, isWhole } from "../operating/compare-snapshots.js";
import { countOf } from "../operating/moments.js";
import { withProgress, withSnapshots } from "../operating/open.js";
import { askOps } from "../operating/ops.js";
import { jsonText, plainText, toTable } from "../operating/readable.js";
import { findServers, serverOptions, serverUsage } from "../operating/servers.js";

const pollMs = 100;
const timeoutDefaultSeconds = 300;
const missingShown = 10;

/** Fills the snapshot store again out of the log. */
export const rebuildSnapshots: Command = {
  purpose: "deletes the snapshots in Redis, waits until the projector has filled them again, and compares",
  usage: `statwire rebuild snapshots [--timeout SECONDS] [--yes] [--data-dir DIR] [--json]

Deletes every key of the snapshots (those under REDIS_KEY_PREFIX, nothing else) at once. The projector sees it within a
second and reads the last message of each subject again; meanwhile readers are answered from the history. Then every part
of every node is compared with what it was: exit code 1 when a node or a part is missing, older or other than before. A
node whose live events have all left the stream comes back when it reports again.

  --timeout SECONDS  how long to wait for the projector [${timeoutDefaultSeconds}]
  --yes              goes ahead although the projector does not answer on its ops port
${serverUsage}`,

  async run(args, outside) {
    const options = parseOptions(args, {
      ...serverOptions,
      timeout: { type: "string", default: String(timeoutDefaultSeconds) },
      yes: { type: "boolean", default: false },
    });
    const timeoutMs = 1e3 * countOf(options.timeout, "--timeout", { min: 1, max: 86_400 });
    const servers = findServers(options, outside.environment);
    if (!options.yes && (await askOps(servers.ops, "cache-projector", "/livez"))?.status !== 200) {
      throw new UsageError(
        "the projector does not answer on its ops port, so nobody might fill them again; --yes if it runs",
      );
    }
    const rebuilt = await withSnapshots(servers, outside, (store) => rebuild(store, timeoutMs, outside));
    outside.print(options.json ? jsonText(rebuilt) : toText(rebuilt));
    if (!isWhole(rebuilt)) throw new CommandError("the snapshots are not what they were");
  },
};

interface Rebuilt extends Comparison {
  keysDeleted: number;
  /** Until every latest state was there, and until the short histories were, too. */
  latestAfterSeconds: number;
  wholeAfterSeconds: number;
}

async function rebuild(store: SnapshotStore, timeoutMs: number, outside: Outside): Promise<Rebuilt> {
  const { now } = outside;
  const hadLogs = (await readReadiness(store, store.keys.logsReady)) !== "absent";
  const before = await snapshotParts(store);
  const keysDeleted = await flushSnapshots(store);
  const flushedAtMs = now();
  let stage: Readiness = "absent";
  return withProgress(
    outside,
    () =>
      `${keysDeleted} keys deleted, ${stage === "absent" ? "waiting for the projector" : "reading short histories"}`,
    async () => {
      const until = async (wanted: readonly Readiness[], key: string) => {
        while (!wanted.includes(await readReadiness(store, key))) {
          outside.signal.throwIfAborted();
          if (now() - flushedAtMs > timeoutMs) throw new CommandError(`not filled again after ${timeoutMs / 1e3} s`);
          await outside.sleep(pollMs);
        }
        return (now() - flushedAtMs) / 1e3;
      };
      const latestAfterSeconds = await until(["latest", "whole"], store.keys.ready);
      stage = "latest";
      const wholeAfterSeconds = await until(["whole"], store.keys.ready);
      if (hadLogs) await until(["whole"], store.keys.logsReady);
      const comparison = compareSnapshots(before, await snapshotParts(store));
      return { keysDeleted, latestAfterSeconds, wholeAfterSeconds, ...comparison };
    },
  );
}

function toText({ nodesMissing, ...counts }: Rebuilt): string {
  const words = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const rows = Object.entries(counts).map(([name, count]) => [words(name), String(count)]);
  const missing = nodesMissing.slice(0, missingShown).map(plainText).join(" ");
  return toTable([...rows, ["nodes missing", nodesMissing.length === 0 ? "0" : `${nodesMissing.length}: ${missing}`]]);
}
