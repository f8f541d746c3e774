import type { ControlPlane, StoredRevision } from "@statwire/control-plane";
import { ProblemError } from "../http/problem.js";

/** Into so many steps the uses of a token are divided; after each they are noted. */
const steps = 10;
const attemptsMax = 5;

/** How many uses of a token the log knows of. There may have been more, which Redis counts. */
export function notedUses({ document }: StoredRevision): number {
  return typeof document.uses_noted === "number" ? document.uses_noted : 0;
}

/** Whether it is time to note that a token was used so often: after each tenth of its uses, and the last one. */
export function isToBeNoted(count: number, usesMax: number): boolean {
  return count >= usesMax || count % Math.ceil(usesMax / steps) === 0;
}

/**
 * Notes in the token's document that it was used so often at least, so that it stays used when Redis is emptied.
 * @throws ProblemError `unavailable` when it cannot be noted
 */
export async function noteUses(
  control: Pick<ControlPlane, "get" | "change">,
  token: StoredRevision,
  count: number,
  atMs: number,
): Promise<void> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const current = control.get(token);
    // What is deleted needs no note.
    if (current === undefined || notedUses(current) >= count) return;
    const { workspace, id, revision: expected } = current;
    const changed = await control.change(
      { verb: "patch", workspace, kind: "token", id, patch: {}, expected, kept: { uses_noted: count } },
      { actor: { kind: "system", id: "token-uses", name: "Uses of tokens" }, requestId: "token-uses", atMs },
    );
    if (changed.ok) return;
    // Another replica notes a later use, or somebody changes the token.
    if (changed.code !== "changed" && changed.code !== "not-found") break;
  }
  throw new ProblemError("unavailable", "Uses of this token cannot be noted now. Try again.", {
    headers: { "Retry-After": "2" },
  });
}
