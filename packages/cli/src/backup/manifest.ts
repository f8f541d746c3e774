import { z } from "zod";

/** Version of the layout below; another one is refused. */
export const manifestVersion = 1;

/** Written last: a folder without it is no backup, or one that was interrupted. */
export const manifestName = "manifest.json";

const count = z.number().int().nonnegative();

/** Names come from servers and lead to paths: one folder deep, nothing that climbs. */
const file = z.object({
  path: z.string().regex(/^(?:history\/[A-Za-z0-9_]+|streams)\/[A-Za-z0-9_-]+(?:\.[a-z]+)+$/),
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** How far a stream was stored in the tables of this backup. */
const position = z.object({
  stream: z.string(),
  created: z.string().optional(),
  generation: count,
  committed: count,
  epoch: count,
});

const stream = z.object({
  name: z.string().regex(/^[A-Za-z0-9_-]+$/),
  file,
  created: z.string(),
  firstSequence: count,
  lastSequence: count,
  messages: count,
  /** As the server gave them, for the server. */
  config: z.record(z.string(), z.unknown()),
  state: z.record(z.string(), z.unknown()),
});

const table = z.object({
  name: z.string().regex(/^[A-Za-z0-9_]+$/),
  rows: count,
  partitions: z.array(z.object({ partition: z.string().regex(/^[A-Za-z0-9_-]+$/), rows: count, file })),
});

const manifestSchema = z.object({
  format: z.literal(manifestVersion),
  /** Version of Statwire that wrote it. */
  version: z.string(),
  takenAt: z.iso.datetime(),
  /** How long ingestion waited. */
  heldSeconds: z.number().nonnegative(),
  /** What the tables were made by. */
  migrations: z.array(z.string()),
  positions: z.array(position),
  tables: z.array(table),
  streams: z.array(stream),
});

export type BackupFile = z.infer<typeof file>;
export type BackupStream = z.infer<typeof stream>;
export type BackupTable = z.infer<typeof table>;
export type Manifest = z.infer<typeof manifestSchema>;
export type Position = z.infer<typeof position>;

/** @throws Error when the text is not a manifest of this format. */
export function parseManifest(text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`${manifestName} is not JSON`);
  }
  const { format } = z.object({ format: z.unknown() }).catch({ format: undefined }).parse(value);
  if (format !== manifestVersion)
    throw new Error(`${manifestName} has the format ${String(format)}, not ${manifestVersion}`);
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) throw new Error(`${manifestName}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Every file of the backup, the manifest aside. */
export function filesOf({ tables, streams }: Manifest): BackupFile[] {
  return [
    ...tables.flatMap(({ partitions }) => partitions.map(({ file }) => file)),
    ...streams.map(({ file }) => file),
  ];
}

export function totalsOf(manifest: Manifest): { rows: number; messages: number; bytes: number } {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    rows: sum(manifest.tables.map(({ rows }) => rows)),
    messages: sum(manifest.streams.map(({ messages }) => messages)),
    bytes: sum(filesOf(manifest).map(({ bytes }) => bytes)),
  };
}
