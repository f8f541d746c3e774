import { randomUUID } from "node:crypto";
import { type ControlPlane, createSealer, installation, openControlPlane } from "@statwire/control-plane";
import { hashPassword } from "@statwire/control-plane/identity";
import { createTestBus, createTestKeyPrefix } from "@statwire/embedded-stack/testing";
import { connectEventLog, ensureStreams } from "@statwire/event-log";
import { createLogger } from "@statwire/runtime";
import { connectSnapshotStore } from "@statwire/snapshot-store";
import type { IdentityDeps, IdentityPolicy } from "../identity/identity.js";
import { openIdentity } from "../identity/open-identity.js";
import type { SignInEvent } from "../identity/sign-in-event.js";
import type { HistoryReads } from "../sources.js";
import { ask, createTestApi, type TestAnswer, type TestApi, type TestApiOptions, workspace } from "./test-api.js";

export const password = "correct horse battery";

const generous = { attemptsMax: 1_000, windowMs: 60_000, lockoutMs: 60_000 };
export const generousPolicy: IdentityPolicy = {
  lockouts: { "name-and-address": generous, name: generous, address: generous, code: generous },
  sessionIdleMs: 3_600_000,
  sessionMs: 24 * 3_600_000,
  publicUrl: "https://statwire.example.org",
  registration: "open",
  registrationPlan: "free",
};

/** The whole API with people, over a configuration of its own in a real log. */
export interface TestIdentity {
  api: TestApi;
  control: ControlPlane;
  deps: IdentityDeps;
  /** What was recorded of sign-ins, in its order. */
  recorded: SignInEvent[];
  /** Moves the clock of everything on. */
  advance(ms: number): void;
  /** A user with a password, and a membership of the workspace unless its role is null. Answers the user's id. */
  addUser(email: string, more?: AddedUser): Promise<string>;
  browser(headers?: Record<string, string>): Browser;
  close(): Promise<void>;
}

export interface AddedUser {
  role?: "owner" | "admin" | "viewer" | null;
  projectIds?: string[];
  passwordHash?: string;
  document?: Record<string, unknown>;
}

/** Keeps cookies, and sends the CSRF token with what it posts, as a page of ours would. */
export interface Browser {
  cookies: Map<string, string>;
  send<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<TestAnswer<Body>>;
}

export async function createTestIdentity(
  options: {
    policy?: Partial<IdentityPolicy>;
    runningMax?: number;
    api?: Partial<TestApiOptions>;
    deps?: Partial<IdentityDeps>;
  } = {},
): Promise<TestIdentity> {
  const bus = await createTestBus();
  const log = createLogger({ service: "api", level: "silent" });
  const eventLog = await connectEventLog({ ...bus, name: "identity-test", log });
  const limit = { bytesMax: 16 * 1024 ** 2, ageMaxMs: 3_600_000 };
  await ensureStreams(eventLog, { telemetry: limit, logs: limit, deadLetters: limit, integrity: limit, replicas: 1 });
  const stopped = new AbortController();
  let offsetMs = 0;
  const now = () => Date.now() + offsetMs;
  const sealer = createSealer("a key for tests");
  const control = await openControlPlane({ log: eventLog, sealer, createId: randomUUID, now, signal: stopped.signal });
  const { url: redisUrl, keyPrefix } = createTestKeyPrefix();
  const store = connectSnapshotStore({ url: redisUrl, keyPrefix, name: "identity-test", commandTimeoutMs: 10_000 });
  await store.connected(AbortSignal.timeout(30_000));
  const recorded: SignInEvent[] = [];
  const recordSignIn = (event: SignInEvent) => void recorded.push(event);
  const opened = openIdentity({
    ...{ control: () => control, store, keyPrefix, key: "the installation's key of a test, long", workspace, log, now },
    policy: { ...generousPolicy, ...options.policy },
    ...{ passwordChecksMax: options.runningMax ?? 2, recordSignIn },
  });
  const deps: IdentityDeps = { ...opened, ...options.deps };
  const api = await createTestApi({ history: {} as HistoryReads, bus, keyPrefix, now, ...options.api, identity: deps });
  return {
    api,
    control,
    deps,
    recorded,
    advance: (ms) => {
      offsetMs += ms;
    },
    addUser: (email, more) => addUser(control, email, now(), more),
    browser: (headers = {}) => browser(api.url, headers),
    async close() {
      stopped.abort(new Error("the test is over"));
      await api.close();
      await Promise.all([store.close(), eventLog.close()]);
      await bus.close();
    },
  };
}

async function addUser(control: ControlPlane, email: string, atMs: number, more: AddedUser = {}): Promise<string> {
  const origin = { actor: { kind: "system", id: "test", name: "test" } as const, requestId: "test", atMs };
  const passwordHash = more.passwordHash ?? (await hashPassword(password));
  const user = await control.change(
    {
      ...{ verb: "create", workspace: installation, kind: "user", input: { email, ...more.document } },
      secret: { password_hash: passwordHash, totp_secret: null, recovery_codes: [] },
    },
    origin,
  );
  if (!user.ok) throw new Error(user.message);
  const { id } = user.current;
  const { role = "viewer", projectIds = null } = more;
  if (role === null) return id;
  const member = await control.change(
    { verb: "create", workspace, kind: "membership", input: { user_id: id, role, project_ids: projectIds } },
    origin,
  );
  if (!member.ok) throw new Error(member.message);
  return id;
}

function browser(url: string, always: Record<string, string>): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async send(method, path, body, headers = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const csrf = cookies.get("statwire_csrf");
      const answer = await ask<never>(url + path, {
        method,
        headers: {
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...(cookie === "" ? {} : { Cookie: cookie }),
          ...(csrf === undefined || method === "GET" ? {} : { "X-CSRF-Token": csrf }),
          ...always,
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [name = "", value = ""] = (line.split(";", 1)[0] ?? "").split("=", 2);
        if (value === "") cookies.delete(name);
        else cookies.set(name, decodeURIComponent(value));
      }
      return answer;
    },
  };
}
