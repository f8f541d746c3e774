import {
  type ControlPlane,
  type Credential,
  isTokenFormat,
  type StoredRevision,
  type Verb,
} from "@statwire/control-plane";
import type { Request } from "express";
import { type Access, accessTo, configurationOf } from "../../configuration/access.js";
import { newTokenText } from "../../configuration/made-secrets.js";
import { toRefusalProblem } from "../../configuration/to-refusal-problem.js";
import type { TokenCreated, TokenDocument } from "../../generated/configuration/token-controller.js";
import { contextOf } from "../../http/context.js";
import { ProblemError } from "../../http/problem.js";
import { requestIdOf } from "../../http/request-id.js";
import { notedUses } from "../../tokens/noted-uses.js";
import { readUses } from "../../tokens/read-uses.js";
import { toDocument } from "./configuration/to-document.js";
import type { TokenUsage } from "./dto-token-secrets.js";

/** Gives a token another text. Errors: forbidden, unknown-document, conflict, unavailable. */
export async function rotateToken(request: Request, id: string, overlapSeconds: number): Promise<TokenCreated> {
  const { tokens } = contextOf(request);
  const access = tokensOf(request, "update");
  const current = tokenOf(access, id);
  const atMs = tokens.now();
  const { format } = current.document;
  const { shown, credential, display } = newTokenText(isTokenFormat(format) ? format : "statwire", id);
  const untilMs = atMs + overlapSeconds * 1_000;
  const changed = await access.control.change(
    {
      ...{ verb: "patch", workspace: access.workspace, kind: "token", id, patch: {}, expected: current.revision },
      kept: {
        display,
        rotated_at: new Date(atMs).toISOString(),
        previous_until: overlapSeconds === 0 ? null : new Date(untilMs).toISOString(),
      },
      credentials: [credential, ...(overlapSeconds === 0 ? [] : previous(current, untilMs))],
    },
    { actor: access.principal.actor, requestId: requestIdOf(request), atMs },
    { allows: access.allows },
  );
  if (!changed.ok && changed.code === "changed") {
    throw new ProblemError("conflict", "The token was changed at the same time. Try again.");
  }
  if (!changed.ok) throw toRefusalProblem(changed);
  request.res?.setHeader("ETag", `"${changed.current.revision}"`);
  return { ...toDocument<TokenDocument>(changed.current), token: shown };
}

/** The newest one: of those before it the time has come. */
function previous({ credentials = [] }: StoredRevision, untilMs: number): Credential[] {
  return credentials.slice(0, 1).map(({ sha256 }) => ({ sha256, untilMs }));
}

/** How often a token was used. Errors: forbidden, unknown-document, unavailable. */
export async function readTokenUsage(request: Request, id: string): Promise<TokenUsage> {
  const token = tokenOf(tokensOf(request, "read"), id);
  const { count, lastAtMs } = await readUses(contextOf(request).tokens, token.id);
  return {
    use_count: Math.max(count, notedUses(token)),
    last_used_at: lastAtMs === undefined ? null : new Date(lastAtMs).toISOString(),
  };
}

function tokensOf(request: Request, verb: Verb): Access & { control: ControlPlane } {
  const controlPlane = contextOf(request).tokens.control;
  return { ...accessTo(request, controlPlane, "token", verb), control: configurationOf(controlPlane) };
}

function tokenOf({ control, workspace, allows }: ReturnType<typeof tokensOf>, id: string): StoredRevision {
  const found = control.get({ workspace, kind: "token", id });
  if (found === undefined || allows(found) === "hidden") {
    throw new ProblemError("unknown-document", `there is no token "${id}"`);
  }
  if (allows(found) === "forbidden") throw new ProblemError("forbidden", "you may not do that with this token");
  return found;
}
