import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { escapeToken } from "@statwire/events";
import { z } from "zod";
import { nothingRead, type Position, type Progress } from "./position.js";

const bigint = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform(BigInt);
const count = z.number().int().min(0);

const schema = z.object({
  source: z.string(),
  bootId: count,
  sequence: count,
  nextLine: count.min(1),
  observedAtMs: count,
  position: z
    .discriminatedUnion("kind", [
      z.object({
        kind: z.literal("file"),
        device: bigint,
        inode: bigint,
        offset: count,
        fingerprint: z.string().transform((hex): Uint8Array => Buffer.from(hex, "hex")),
      }),
      z.object({ kind: z.literal("journald"), cursor: z.string() }),
    ])
    .optional(),
});

/** Where the progress of a log is kept, for the case that the stream has forgotten it. */
export function checkpointPath(folder: string, log: string): string {
  // A name that fits a subject, fully escaped, may be longer than a file's name may be.
  const token = escapeToken(log);
  return join(
    folder,
    token.length <= 200
      ? `${token}.json`
      : `${token.slice(0, 150)}-${createHash("sha256").update(token).digest("hex").slice(0, 16)}.json`,
  );
}

/**
 * The progress that was saved; nothing when there is none that can be read. Of a log that is read from somewhere else
 * now, only the numbers go on.
 */
export async function loadCheckpoint(path: string, source: string): Promise<Progress | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return undefined;
  }
  const parsed = parse(text);
  if (parsed === undefined) return undefined;
  const { source: savedSource, position, ...progress } = parsed;
  return { ...nothingRead, ...progress, position: savedSource === source ? position : undefined };
}

/** Replaces what was saved as a whole. Not forced to the disk: after a power cut the stream knows better. */
export async function saveCheckpoint(path: string, source: string, progress: Progress): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify({ source, ...progress, position: plain(progress.position) })}\n`, {
    mode: 0o600,
  });
  await rename(`${path}.new`, path);
}

function parse(text: string): z.infer<typeof schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function plain(position: Position | undefined): unknown {
  if (position?.kind !== "file") return position;
  const { kind, device, inode, offset, fingerprint } = position;
  return {
    kind,
    device: String(device),
    inode: String(inode),
    offset,
    fingerprint: Buffer.from(fingerprint).toString("hex"),
  };
}
