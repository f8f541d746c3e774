import { isDeepStrictEqual } from "node:util";
import {
  type ControlPlane,
  isTokenText,
  type JudgedToken,
  judgeToken,
  type Principal,
  type StoredRevision,
} from "@statwire/control-plane";
import { SnapshotStoreUnavailableError } from "@statwire/snapshot-store";
import { ProblemError } from "../http/problem.js";
import { isToBeNoted, notedUses, noteUses } from "./noted-uses.js";
import type { TokenUses } from "./token-uses.js";

/** What tokens are opened with. */
export interface TokenDeps {
  /** Undefined until the configuration is known. */
  control(): ControlPlane | undefined;
  uses: TokenUses;
  now(): number;
}

/** Who hears nothing from the log for longer does not know which tokens were revoked meanwhile. */
export const silentMsMax = 15_000;

/**
 * The token that a text is, counting its use; undefined when it is none, or none that is good any more. What is not even written like
 * a token is not looked for.
 * @throws ProblemError `unavailable` while it is not known which tokens are good, or the use cannot be counted
 */
export async function openToken(deps: TokenDeps, text: string): Promise<JudgedToken | undefined> {
  if (!isTokenText(text)) return undefined;
  const control = currentControl(deps);
  const verdict = judgeToken(control, text, deps.now());
  if (!verdict.ok) return undefined;
  const { token, usesMax } = verdict;
  if (usesMax === null) deps.uses.note(token.id);
  else if (!(await takeUse(deps, control, token, usesMax))) return undefined;
  return verdict;
}

/**
 * Whether a token that was opened before is still good, and may do neither more nor less than it might then: what was worked out of that
 * may be left open. Its use is not counted again.
 */
export function isStillGood(deps: TokenDeps, text: string, principal: Principal): boolean {
  const control = deps.control();
  if (control === undefined || control.silentMs() > silentMsMax) return false;
  const verdict = judgeToken(control, text, deps.now());
  return verdict.ok && isDeepStrictEqual(verdict.principal, principal);
}

function currentControl({ control }: TokenDeps): ControlPlane {
  const known = control();
  if (known !== undefined && known.silentMs() <= silentMsMax) return known;
  const detail = known === undefined ? "Which tokens are good is not known yet." : "It may be known no more.";
  throw new ProblemError("unavailable", `${detail} Try again.`, { headers: { "Retry-After": "2" } });
}

/** Counts a use. What is to be noted of it is noted before it is let through. */
async function takeUse(
  deps: TokenDeps,
  control: ControlPlane,
  token: StoredRevision,
  usesMax: number,
): Promise<boolean> {
  const noted = notedUses(token);
  if (noted >= usesMax) return false;
  const count = await countUse(deps, token.id, usesMax, noted);
  if (count === undefined || isToBeNoted(count, usesMax)) await noteUses(control, token, count ?? usesMax, deps.now());
  return count !== undefined;
}

async function countUse({ uses }: TokenDeps, id: string, usesMax: number, noted: number): Promise<number | undefined> {
  try {
    return await uses.take(id, usesMax, noted);
  } catch (cause) {
    if (!(cause instanceof SnapshotStoreUnavailableError)) throw cause;
    throw new ProblemError("unavailable", "Uses of this token cannot be counted now. Try again.", {
      cause,
      headers: { "Retry-After": "2" },
    });
  }
}
