import { SnapshotStoreUnavailableError } from "@statwire/snapshot-store";
import { ProblemError } from "../http/problem.js";
import type { TokenDeps } from "./open-token.js";
import type { TokenUse } from "./token-uses.js";

/** How often a token was used, and when last. @throws ProblemError `unavailable` while it cannot be read */
export async function readUses({ uses }: Pick<TokenDeps, "uses">, id: string): Promise<TokenUse> {
  try {
    return await uses.read(id);
  } catch (cause) {
    if (!(cause instanceof SnapshotStoreUnavailableError)) throw cause;
    throw new ProblemError("unavailable", "Uses cannot be read now. Try again.", { cause });
  }
}
