import { z } from "zod";
import { itemsMax, type Reading } from "../../modules/module.js";
import { int64, shareE4 } from "../../modules/proc-text.js";
import { parseAnswer } from "./parse-answer.js";

const schema = z.array(
  z.object({
    fs: z.string(),
    type: z.string(),
    size: z.number().nonnegative(),
    used: z.number().nonnegative(),
    available: z.number().nonnegative(),
    mount: z.string(),
    rw: z.boolean().nullish(),
  }),
);

/** What `df` shows. Inodes are not told: zero. Undefined where it shows nothing. */
export function toFilesystems(
  answer: unknown,
  wanted: (mountpoint: string) => boolean,
): Reading<"filesystems"> | undefined {
  const filesystems = parseAnswer("filesystems", schema, answer);
  if (filesystems.length === 0) return undefined;
  const items = filesystems
    .filter(({ mount, size }) => size > 0 && wanted(mount))
    .slice(0, itemsMax)
    .map(({ fs, type, size, used, available, mount, rw }) => ({
      mountpoint: mount,
      device: fs,
      type,
      totalBytes: int64(size),
      usedBytes: int64(used),
      freeBytes: int64(Math.max(0, size - used)),
      availableBytes: int64(available),
      inodesTotal: 0n,
      inodesFree: 0n,
      utilizationE4: shareE4(used, used + available),
      readOnly: rw === false,
    }));
  return { items };
}
