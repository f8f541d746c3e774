import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { enrollmentKeyText, keptBusKeys, newUserKey, parseEnrollmentKey } from "@statwire/credentials";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../http/problem.js";
import type { EnrolledNode, EnrollmentToken } from "../surfaces/native/dto-enrollment.js";
import { type TestAnswer, testKey } from "../testing/test-api.js";
import { createTestIdentity, type TestIdentity } from "../testing/test-identity.js";

const K = { "X-API-Key": testKey };
const folder = mkdtempSync(join(tmpdir(), "statwire-enrollments-"));

let test: TestIdentity;
let nodes = 0;

beforeAll(async () => {
  const enrollmentKey = parseEnrollmentKey(enrollmentKeyText(keptBusKeys(folder)));
  if (enrollmentKey === undefined) throw new Error("the key cannot be read");
  test = await createTestIdentity({ deps: { enrollmentKey } });
});

afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

const send = <Body>(method: string, path: string, body?: object, headers: Record<string, string> = K) =>
  test.api.send<Body>(method, path, body, headers);

const accept = (token: string, publicKey: string): Promise<TestAnswer<EnrolledNode & Problem>> =>
  send("POST", "/api/v2/enrollments/accept", { token, public_key: publicKey }, {});

async function invite(node: string): Promise<string> {
  return (await send<EnrollmentToken>("POST", "/api/v2/enrollments", { node })).body.token;
}

async function enrolled() {
  nodes += 1;
  const node = `till-${nodes}`;
  const token = await invite(node);
  const publicKey = newUserKey().getPublicKey();
  const answer = await accept(token, publicKey);
  expect(answer.status).toBe(200);
  return { node, token, publicKey, id: answer.body.id };
}

const revoke = (id: string) => send("POST", `/api/v2/enrollments/${id}/revoked`);
const newKey = () => newUserKey().getPublicKey();

describe("the credential of a node", () => {
  it("cannot be deleted, so that its token stays void and the list says what to revoke", async () => {
    const { node, token, id } = await enrolled();
    const all = { "If-Match": "*", ...K };
    expect((await send("DELETE", `/api/v2/credentials/${id}`, undefined, all)).status).toBe(405);
    const batch = { items: [{ operation: "delete", id }] };
    expect((await send("POST", "/api/v2/credentials/batch", batch)).status).toBe(400);
    expect((await send("GET", `/api/v2/credentials/${id}`)).body).toMatchObject({ node, revoked_at: null });
    expect((await accept(token, newKey())).status).toBe(400);
  });

  it("that is good keeps its workspace from being deleted", async () => {
    nodes += 1;
    const id = `shop-${nodes}`;
    await send("POST", "/api/v2/workspaces", { id, name: "Shop" });
    const origin = {
      actor: { kind: "system", id: "test", name: "test" },
      requestId: "test",
      atMs: Date.now(),
    } as const;
    const target = { workspace: id, kind: "credential" } as const;
    const kept = { node: "till", public_key: newKey() };
    const made = await test.control.change({ verb: "create", ...target, input: {}, kept }, origin);
    if (!made.ok) throw new Error(made.message);
    const remove = () =>
      send<Problem>("DELETE", `/api/v2/workspaces/${id}`, undefined, { ...K, "If-Match": "*", "X-Workspace": id });
    await expect.poll(async () => (await remove()).body?.detail).toContain("node revoke");
    expect((await remove()).status).toBe(409);
    const revoked = { revoked_at: new Date().toISOString() };
    await test.control.change(
      { verb: "patch", ...target, id: made.current.id, patch: {}, kept: revoked },
      { ...origin, requestId: "revoke" },
    );
    await expect.poll(async () => (await remove()).status).toBe(204);
  });
});

describe("an answer that was lost", () => {
  it("is given again for the same token and key, and makes nothing", async () => {
    const { node, token, publicKey, id } = await enrolled();
    const again = await accept(token, publicKey);
    expect([again.status, again.body]).toEqual([
      200,
      { id, workspace: "default", node, jwt: expect.stringMatching(/^ey/) },
    ]);
    expect(subjectOf(again.body.jwt)).toBe(publicKey);
    const { items } = (await send<{ items: { node: string }[] }>("GET", "/api/v2/credentials")).body;
    expect(items.filter((one) => one.node === node)).toHaveLength(1);
  });

  it("is given to no other key, with no other token, and not after the revocation", async () => {
    const { node, token, publicKey, id } = await enrolled();
    const other = await enrolled();
    expect((await accept(token, other.publicKey)).status).toBe(400);
    expect((await accept(other.token, publicKey)).status).toBe(400);
    expect((await revoke(id)).status).toBe(204);
    expect((await accept(token, publicKey)).status).toBe(400);
    const next = await invite(node);
    // The bus takes that key no more.
    expect((await accept(next, publicKey)).body.errors?.[0]?.field).toBe("public_key");
    expect((await accept(next, newKey())).status).toBe(200);
    expect((await accept(token, publicKey)).status).toBe(400);
  });
});

function subjectOf(jwt: string): string {
  const claims = jwt.split(".")[1] ?? "";
  return (JSON.parse(Buffer.from(claims, "base64url").toString()) as { sub: string }).sub;
}
