import {
  documentKey,
  encodeRevision,
  installation,
  type KindName,
  kindOf,
  type Revision,
  tokenDigest,
} from "@statwire/control-plane";
import type { EventLog } from "@statwire/event-log";

/** Written at once. */
const inFlightMax = 500;
const workspace = "default";
const userId = "bench-user";

/** The text of a token that `fillTokens` writes, by its number. */
export function tokenText(number: number): string {
  return `sw_${tokenDigest(`bench token ${number}`).toString("base64url")}`;
}

/** Writes tokens of one user, who is an admin of the workspace. */
export async function fillTokens(log: EventLog, count: number, nowMs: number): Promise<void> {
  const write = ({ key, payload }: { key: string; payload: Uint8Array }) =>
    log.jetstream.publish(`$KV.config.${key}`, payload);
  await write(revisionOf("user", installation, userId, { email: "bench@example.org" }, {}, nowMs));
  await write(revisionOf("membership", workspace, "bench-membership", { user_id: userId, role: "admin" }, {}, nowMs));
  const waiting = new Set<Promise<unknown>>();
  for (let number = 0; number < count; number += 1) {
    const kept = { display: "sw_…", user_id: userId, role: "admin" };
    const revision = revisionOf(
      "token",
      workspace,
      `bench-token-${number}`,
      { label: `token ${number}` },
      kept,
      nowMs,
      [{ sha256: tokenDigest(tokenText(number)).toString("hex") }],
    );
    const written = write(revision).finally(() => waiting.delete(written));
    waiting.add(written);
    if (waiting.size >= inFlightMax) await Promise.race(waiting);
  }
  await Promise.all(waiting);
}

function revisionOf(
  kind: KindName,
  inWorkspace: string,
  id: string,
  input: object,
  keptInput: object,
  atMs: number,
  credentials?: Revision["credentials"],
): { key: string; payload: Uint8Array } {
  const { fields, kept } = kindOf(kind);
  const revision: Revision = {
    ...{ workspace: inWorkspace, kind, id, requestId: "bench", atMs, createdAtMs: atMs, action: "created" },
    document: { ...fields.parse(input), ...kept?.parse(keptInput) },
    actor: { kind: "system", id: "bench", name: "bench" },
    ...(credentials === undefined ? {} : { credentials }),
  };
  return { key: documentKey(revision), payload: encodeRevision(revision) };
}
