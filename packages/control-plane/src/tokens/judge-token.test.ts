import { beforeEach, describe, expect, it } from "vitest";
import { installation } from "../kinds/kind.js";
import { DecidedDocuments, origin } from "../testing/documents-of.js";
import { tokenDigest } from "./formats.js";
import { judgeToken, type TokenView } from "./judge-token.js";

const text = `sw_${"t".repeat(43)}`;
const other = `sw_${"o".repeat(43)}`;
const at = origin.atMs;
const sha256 = (of: string) => tokenDigest(of).toString("hex");

let decided: DecidedDocuments;
let view: TokenView;
let userId: string;
let membershipId: string;
let tokenId: string;

const create = (kind: "user" | "membership" | "project", input: object) =>
  decided.apply({ verb: "create", workspace: kind === "user" ? installation : "default", kind, input }).id;

function createToken(input: object, kept: object, of = text) {
  const command = {
    verb: "create",
    workspace: "default",
    kind: "token",
    credentials: [{ sha256: sha256(of) }],
  } as const;
  return decided.apply({ ...command, input: { label: "CI", ...input }, kept: { display: "", ...kept } }).id;
}

const patch = (kind: "user" | "membership" | "token", id: string, changes: object) =>
  decided.apply({ verb: "patch", workspace: kind === "user" ? installation : "default", kind, id, patch: changes });

beforeEach(() => {
  decided = new DecidedDocuments();
  const { documents } = decided;
  view = {
    holderOf: (one) => documents.holderOf(one),
    get: (key) => documents.get(key),
    named: (...name) => documents.named(...name),
  };
  userId = create("user", { email: "ada@example.org" });
  membershipId = create("membership", { user_id: userId, role: "editor" });
  tokenId = createToken({ access: "read-write", scopes: ["device:*"] }, { user_id: userId, role: "admin" });
});

const judge = (presented = text, nowMs = at) => judgeToken(view, presented, nowMs);
const grants = () => {
  const verdict = judge();
  return verdict.ok ? verdict.principal.grants : verdict.reason;
};

describe("a token", () => {
  it("is what its document says, and no more than its owner is", () => {
    expect(judge()).toMatchObject({
      ok: true,
      token: { id: tokenId },
      usesMax: null,
      principal: {
        actor: { kind: "token", id: tokenId, name: "CI" },
        userId,
        grants: [{ workspace: "default", role: "editor", projectIds: null }],
        ...{ isAdministrator: false, isReadOnly: false, scopes: ["device:*"] },
      },
    });
    patch("membership", membershipId, { role: "owner" });
    expect(grants()).toEqual([{ workspace: "default", role: "admin", projectIds: null }]);
  });

  it("is limited to the projects that both it and its owner are", () => {
    const [a, b, c] = ["a", "b", "c"].map((key) => create("project", { key, name: key })) as [string, string, string];
    patch("membership", membershipId, { project_ids: [a, b] });
    expect(grants()).toMatchObject([{ projectIds: [a, b] }]);
    patch("token", tokenId, { project_ids: [b, c] });
    expect(grants()).toMatchObject([{ projectIds: [b] }]);
  });

  it("may, made by the installation's key, what its role may", () => {
    createToken({}, { role: "owner" }, other);
    expect(judge(other)).toMatchObject({
      principal: { isReadOnly: true, grants: [{ workspace: "default", role: "owner", projectIds: null }] },
    });
  });
});

describe("a token is nothing", () => {
  it("when nobody has it", () => expect(judge(other)).toEqual({ ok: false, reason: "unknown" }));

  it("from the moment on at which it expires", () => {
    patch("token", tokenId, { expires_at: new Date(at + 1_000).toISOString() });
    expect([judge(text, at + 999).ok, judge(text, at + 1_000)]).toEqual([true, { ok: false, reason: "expired" }]);
  });

  it("when it was deleted", () => {
    decided.apply({ verb: "delete", workspace: "default", kind: "token", id: tokenId });
    expect(judge()).toEqual({ ok: false, reason: "unknown" });
  });

  it("when its owner is out", () => {
    patch("user", userId, { active: false });
    expect(judge()).toEqual({ ok: false, reason: "owner-gone" });
    patch("user", userId, { active: true });
    decided.apply({ verb: "delete", workspace: "default", kind: "membership", id: membershipId });
    expect(judge()).toEqual({ ok: false, reason: "owner-gone" });
    decided.apply({ verb: "delete", workspace: installation, kind: "user", id: userId });
    expect(judge()).toEqual({ ok: false, reason: "unknown" });
  });

  it("when it was replaced, after the overlap", () => {
    const credentials = [{ sha256: sha256(other) }, { sha256: sha256(text), untilMs: at + 1_000 }];
    decided.apply({ verb: "patch", workspace: "default", kind: "token", id: tokenId, patch: {}, credentials });
    expect([judge(other).ok, judge(text, at + 999).ok]).toEqual([true, true]);
    expect(judge(text, at + 1_000)).toEqual({ ok: false, reason: "replaced" });
    // A change of anything else keeps both.
    patch("token", tokenId, { label: "CI 2" });
    expect([judge(other).ok, judge(text, at + 999).ok]).toEqual([true, true]);
  });
});
