import type { StatsFs } from "node:fs";
import { stat, statfs } from "node:fs/promises";
import { itemsMax, type ModuleContext, type ModuleReader } from "./module.js";
import { isStorage, type Mount, parseDeviceTypes, parseMounts } from "./mounts.js";
import { int64, shareE4 } from "./proc-text.js";

/** A share whose server is gone answers no statfs; it is left out after this long, so that the others are seen. */
const answerWithinMs = 1000;

/** Space of mounted filesystems from mountinfo and statfs; those that this user may not look at are skipped. */
export function openFilesystems(context: ModuleContext): ModuleReader<"filesystems"> {
  const { host, files } = context;
  const measure = openMeasure(host.fileRoot);
  return {
    async sample() {
      const mountinfo = files.text(host.mountinfoPath);
      if (mountinfo === undefined) return undefined;
      const deviceTypes = parseDeviceTypes(files.text(`${host.procRoot}/filesystems`) ?? "");
      const mounts = parseMounts(mountinfo)
        .filter((mount) => isStorage(mount, deviceTypes) && context.accepts("filesystems", mount.mountpoint))
        .slice(0, itemsMax);
      const measured = await Promise.all(mounts.map((mount) => measure(mount)));
      return { items: measured.filter((item) => item !== undefined) };
    },
  };
}

/** Sizes of one filesystem; `used` and `available` do not add up to `total`, which also holds what root reserves. */
export function reportFilesystem(mount: Mount, space: StatsFs) {
  const used = (space.blocks - space.bfree) * space.bsize;
  const available = space.bavail * space.bsize;
  return {
    mountpoint: mount.mountpoint,
    device: mount.device,
    type: mount.type,
    totalBytes: int64(space.blocks * space.bsize),
    usedBytes: int64(used),
    freeBytes: int64(space.bfree * space.bsize),
    availableBytes: int64(available),
    inodesTotal: int64(space.files),
    inodesFree: int64(space.ffree),
    utilizationE4: shareE4(used, used + available),
    readOnly: mount.readOnly,
  };
}

type Item = ReturnType<typeof reportFilesystem>;

/**
 * A mount that has not answered yet is not asked again: each question holds one of Node's few file threads. Those are
 * the process's, so whoever opens the module again must not ask either.
 */
const unanswered = new Set<string>();

function openMeasure(fileRoot: string): (mount: Mount) => Promise<Item | undefined> {
  return async (mount) => {
    const path = underRoot(fileRoot, mount.mountpoint);
    if (unanswered.has(path)) return undefined;
    unanswered.add(path);
    const answer = readSpace(path).finally(() => unanswered.delete(path));
    const space = await within(answerWithinMs, answer);
    return space === undefined ? undefined : reportFilesystem(mount, space);
  };
}

/** Undefined for what may not be read, has gone, has no size, or is one file (Docker mounts /etc/hosts so). */
async function readSpace(path: string): Promise<StatsFs | undefined> {
  try {
    const space = await statfs(path);
    return space.blocks > 0 && (await stat(path)).isDirectory() ? space : undefined;
  } catch {
    return undefined;
  }
}

function underRoot(fileRoot: string, mountpoint: string): string {
  return fileRoot === "/" ? mountpoint : `${fileRoot}${mountpoint}`;
}

async function within<T>(limitMs: number, answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, limitMs, undefined);
  });
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
}
