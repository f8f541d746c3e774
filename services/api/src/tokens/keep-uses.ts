import type { ControlPlane } from "@statwire/control-plane";
import { type Logger, sleep } from "@statwire/runtime";
import type { TokenUses } from "./token-uses.js";

const flushEveryMs = 60_000;

/** Writes what was noted of tokens each minute, until the signal aborts. */
export async function flushForEver(uses: TokenUses, log: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(flushEveryMs, signal);
    await uses.flush().catch((error: unknown) => log.warn({ err: error }, "uses of tokens cannot be written now"));
  }
}

/** Forgets the uses of tokens that are deleted; returns what ends it. */
export function forgetDeletedTokens(control: ControlPlane, uses: TokenUses, log: Logger): () => void {
  return control.onRevision(({ kind, action, id }) => {
    if (kind !== "token" || action !== "deleted") return;
    // What is left takes a little room, and is never read.
    uses.forget(id).catch((error: unknown) => log.debug({ err: error }, "uses of a token cannot be forgotten now"));
  });
}
