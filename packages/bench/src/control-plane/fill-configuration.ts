import { documentKey, encodeRevision, type KindName, kindOf } from "@statwire/control-plane";
import type { EventLog } from "@statwire/event-log";

/** Of a hundred documents, so many of each kind. */
const shares: readonly [KindName, number][] = [
  ["project", 5],
  ["tag", 5],
  ["device", 60],
  ["maintenance", 5],
  ["token", 20],
  ["setting", 5],
];

/** Written at once. */
const inFlightMax = 500;

/** Writes documents like those of real workspaces, ten workspaces in all. Answers how many. */
export async function fillConfiguration(log: EventLog, count: number, nowMs: number): Promise<number> {
  const kinds = shares.flatMap(([kind, share]) => Array<KindName>(share).fill(kind));
  const waiting = new Set<Promise<unknown>>();
  for (let number = 0; number < count; number += 1) {
    const kind = kinds[number % kinds.length] ?? "device";
    const workspace = `workspace-${Math.floor((number / count) * 10)}`;
    const { key, payload } = revisionOf(kind, workspace, number, nowMs);
    const written = log.jetstream.publish(`$KV.config.${key}`, payload).finally(() => waiting.delete(written));
    waiting.add(written);
    if (waiting.size >= inFlightMax) await Promise.race(waiting);
  }
  await Promise.all(waiting);
  return count;
}

function revisionOf(kind: KindName, workspace: string, number: number, atMs: number) {
  const { fields, kept, example } = kindOf(kind);
  const named = Object.keys(example).find((name) => ["key", "name", "label", "title"].includes(name)) ?? "name";
  const input = { ...example, [named]: `${kind.toUpperCase()}_${number}` };
  const document = { ...fields.parse(input), ...kept?.parse({}) };
  const id = `${kind}-${number}`;
  const actor = { kind: "user", id: "0197a3b0-0000-7000-8000-000000000001", name: "Ada Lovelace" } as const;
  const requestId = `request-${number}`;
  const revision = {
    ...{ workspace, kind, id, document, actor, requestId, atMs, createdAtMs: atMs },
    action: "created",
  } as const;
  return { key: documentKey({ workspace, kind, id }), payload: encodeRevision(revision) };
}
