import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { waitFor } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import { nodes, type Workload } from "../load/workload.js";
import { wholeBetween } from "../random.js";
import type { Disturbance, Prepared, ScenarioDeps } from "./scenario.js";

/** Folders of the product that get a small file system of their own, in memory. */
const disks = [
  { name: "streams", folder: "nats/jetstream", size: "256m" },
  { name: "ClickHouse", folder: "clickhouse", size: "512m" },
  { name: "spool", folder: "collector", size: "32m" },
] as const;

/** Which are full at once, in turn. With the last two the node has to give up what it reads, and must say so. */
const rounds = [["ClickHouse"], ["spool"], ["streams"], ["spool", "streams"]] as const;

const between = { least: 6_000, most: 12_000 };
const enoughMs = 180_000;
const full = { least: 2_000, most: 5_000 };

/** Mounts the small file systems into a data folder that the product has not used yet. @throws without the right to mount. */
export function mountSmallDisks(dataDir: string): Prepared {
  const mounted: string[] = [];
  const unmount = () => {
    for (const path of mounted.splice(0).reverse()) execFileSync("umount", [path]);
  };
  try {
    for (const { folder, size } of disks) {
      const path = join(dataDir, folder);
      mkdirSync(path, { recursive: true, mode: 0o700 });
      execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size},mode=0700`, "statwire-faults", path]);
      mounted.push(path);
    }
    return { undo: unmount };
  } catch (error) {
    unmount();
    throw error;
  }
}

/** Fills one disk after the other to its last byte for some seconds, and empties it again. */
export async function beginFullDisks({ product }: Workload, deps: ScenarioDeps): Promise<Disturbance> {
  const stopping = new AbortController();
  let times = 0;
  const findings: string[] = [];
  let turn = Promise.resolve();
  let isHeld = false;
  const going = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(wholeBetween(deps.random, between.least, between.most), stopping.signal);
      if (isHeld || stopping.signal.aborted) continue;
      const names = rounds[times % rounds.length] ?? [];
      const forMs = wholeBetween(deps.random, full.least, full.most);
      const folders = disks.filter(({ name }) => names.some((one) => one === name)).map(({ folder }) => folder);
      const filling = folders.map((folder) => fillFor(join(product.dataDir, folder), forMs, stopping.signal));
      turn = Promise.all(filling).then(() => undefined);
      await turn;
      times += 1;
      deps.tell(`full-disk: that of ${names.join(" and of ")} was full for ${(forMs / 1000).toFixed(1)} s`);
    }
  })();
  going.catch((error: Error) => findings.push(`filling disks ended: ${error.message}`));
  return {
    async hold() {
      isHeld = true;
      await turn;
    },
    letGo() {
      isHeld = false;
    },
    async enough() {
      await waitFor(() => times >= rounds.length || findings.length > 0, enoughMs).catch(() => undefined);
    },
    outcome: () => ({
      // What is read while the spool cannot be written is published without it, and lost if its process is killed then.
      incomplete: new Map([[nodes.near, "every run" as const]]),
      findings: times < rounds.length ? [...findings, "not every disk was full"] : findings,
      notes: [`${times} times a disk was full`],
    }),
    async end() {
      stopping.abort();
      await going.catch(() => undefined);
    },
  };
}

/** The last so many bytes are filled at once. */
const lastBytes = 512 * 1024;

/**
 * Half of what is left, four times a second, as disks fill up before they are full; then to the last byte, again and
 * again, because whoever writes there deletes, too.
 */
async function fillFor(folder: string, forMs: number, signal: AbortSignal): Promise<void> {
  const everyMs = 250;
  const ballast: string[] = [];
  for (let fullMs = 0; fullMs < forMs && !signal.aborted; ) {
    const { bavail, bsize } = statfsSync(folder);
    const left = bavail * bsize;
    if (left <= lastBytes) fullMs += everyMs;
    if (left > 0) {
      const file = join(folder, `ballast-${ballast.length}`);
      ballast.push(file);
      // What of it does not fit any more is the point.
      spawnSync("fallocate", ["--length", String(left <= lastBytes ? left : Math.ceil(left / 2)), file]);
    }
    await sleep(everyMs, signal);
  }
  for (const file of ballast) rmSync(file, { force: true });
}
