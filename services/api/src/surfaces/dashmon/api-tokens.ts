import { isDocumentId, type StoredRevision } from "@statwire/control-plane";
import { createCommand } from "../../configuration/commands.js";
import { type Account, orElse } from "./account.js";
import type { DashmonApiToken, DashmonApiTokenMade, DashmonApiTokenStatus } from "./dto-user.js";
import { refusal } from "./errors.js";
import { type Body, badRequest, textIn } from "./input.js";
import { sessionIdOf } from "./me.js";
import { newestFirst } from "./projects.js";

const daysMax = 3_650;
const dayMs = 24 * 3_600_000;

/** The workspace's tokens, the newest first. */
export function listTokens(account: Account): DashmonApiToken[] {
  return newestFirst(account.list("token")).map((token) => toToken(account, token));
}

/** Whether there is one, and since when. */
export function tokenStatusOf(account: Account): DashmonApiTokenStatus {
  const tokens = listTokens(account);
  return {
    hasToken: tokens.length > 0,
    tokenCount: tokens.length,
    lastCreatedAt: tokens[0]?.createdAt ?? null,
    enabled: account.plan !== "free",
  };
}

/** Makes a token of the caller's, whose text is in this answer alone. @throws Answer 400, 403 */
export async function makeToken(account: Account, body: Body): Promise<DashmonApiTokenMade> {
  sessionIdOf(account);
  const access = account.access("token", "create");
  account.requirePremium();
  const input = {
    label: textIn(body, "label") ?? "API token",
    access: accessIn(body),
    expires_at: expiryIn(body, account.nowMs),
  };
  const { command, made } = createCommand(access, "token", input);
  if (made === undefined) throw new Error("a token was made without a text");
  const stored = await orElse(account.change(access, command), {
    "invalid-input": ({ message }) => badRequest(message),
    "too-many-documents": ({ message }) => badRequest(`Plan limit reached. ${message}`),
  });
  return { ok: true, token: made.shown, apiToken: toToken(account, stored) };
}

/** Deletes a token, which is good no more. @throws Answer 403, 404 */
export async function deleteToken(account: Account, id: string): Promise<void> {
  sessionIdOf(account);
  const access = account.access("token", "delete");
  const found = isDocumentId(id) ? account.get("token", id) : undefined;
  if (found === undefined) throw refusal(404, "API token not found");
  await account.change(access, { verb: "delete", workspace: access.workspace, kind: "token", id });
}

function accessIn({ accessLevel = "read_only" }: Body): "read-only" | "read-write" {
  if (accessLevel === "read_only") return "read-only";
  if (accessLevel === "read_write") return "read-write";
  throw badRequest("accessLevel must be one of read_only,read_write");
}

function expiryIn({ expiresInDays = null }: Body, nowMs: number): string | null {
  if (expiresInDays === null || expiresInDays === "") return null;
  const days = Number(expiresInDays);
  if (!Number.isInteger(days) || days < 1 || days > daysMax) {
    throw badRequest(`expiresInDays must be between 1 and ${daysMax}`);
  }
  return new Date(nowMs + days * dayMs).toISOString();
}

function toToken({ nowMs, plan }: Account, { id, document, createdAtMs }: StoredRevision): DashmonApiToken {
  const expiresAt = document.expires_at as string | null;
  const isExpired = expiresAt !== null && Date.parse(expiresAt) <= nowMs;
  return {
    id,
    label: document.label as string,
    accessLevel: document.access === "read-only" ? "read_only" : "read_write",
    preview: document.display as string,
    createdAt: new Date(createdAtMs).toISOString(),
    expiresAt,
    // Of a free workspace they are listed, and let nobody in.
    status: isExpired ? "expired" : plan === "free" ? "inactive" : "active",
  };
}
