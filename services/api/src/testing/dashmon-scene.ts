import { type ControlPlane, installation, type Plan } from "@statwire/control-plane";
import type { IdentityDeps, IdentityPolicy } from "../identity/identity.js";
import { checkShape } from "./dashmon-shapes.js";
import type { TestAnswer, TestApiOptions } from "./test-api.js";
import { createTestIdentity, password, type TestIdentity } from "./test-identity.js";

/** A client of Dashmon's: it keeps cookies, sends no CSRF token, and each answer is checked against the contract. */
export interface DashmonClient {
  cookies: Map<string, string>;
  send<Body = never>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<TestAnswer<Body>>;
}

/** The API with Dashmon's clients. */
export interface DashmonScene {
  test: TestIdentity;
  /** The configuration that the API has. */
  control: ControlPlane;
  client(headers?: Record<string, string>): DashmonClient;
  /** Somebody with an account, signed in; its workspace gets the plan. */
  signedUp(email: string, more?: { plan?: Plan; username?: string }): Promise<DashmonClient>;
  /** Has a workspace's plan be another. */
  setPlan(email: string, plan: Plan, until?: string | null): Promise<void>;
  /** The workspace that somebody owns. */
  workspaceOf(email: string): string;
  userIdOf(email: string): string;
  close(): Promise<void>;
}

export async function createDashmonScene(
  options: { policy?: Partial<IdentityPolicy>; api?: Partial<TestApiOptions>; deps?: Partial<IdentityDeps> } = {},
): Promise<DashmonScene> {
  // As in the process, where everything reads and changes one configuration.
  const opened: { test?: TestIdentity } = {};
  const deps = { control: () => opened.test?.api.control, ...options.deps };
  const test = await createTestIdentity({ ...options, deps });
  opened.test = test;
  const { control } = test.api;
  const userIdOf = (email: string) => control.named(installation, "user", "email", email)?.id ?? "";
  const workspaceOf = (email: string) => {
    const userId = userIdOf(email);
    const isOwn = (workspace: string) =>
      control.named(workspace, "membership", "user_id", userId)?.document.role === "owner";
    return control.workspaces().find(isOwn) ?? "";
  };
  const setPlan: DashmonScene["setPlan"] = async (email, plan, until = null) => {
    const id = workspaceOf(email);
    const origin = {
      actor: { kind: "system", id: "test", name: "test" },
      requestId: "test",
      atMs: Date.now(),
    } as const;
    const patch = { plan, plan_until: until };
    const changed = await control.change({ verb: "patch", workspace: id, kind: "workspace", id, patch }, origin);
    if (!changed.ok) throw new Error(changed.message);
  };
  const client = (headers: Record<string, string> = {}): DashmonClient => {
    const browser = test.browser(headers);
    return {
      cookies: browser.cookies,
      async send(method, path, body, more) {
        const answer = await browser.send<never>(method, path, body, more);
        checkShape(method, path, answer);
        return answer;
      },
    };
  };
  // The first one is the administrator and owns what is served, which has no limits.
  await client().send("POST", "/auth/local/signup", { email: "root@example.org", password, username: "root" });
  return {
    ...{ test, control, client, setPlan, workspaceOf, userIdOf },
    async signedUp(email, { plan = "free", username } = {}) {
      const own = client();
      const answer = await own.send("POST", "/auth/local/signup", { email, password, username });
      if (answer.status !== 200) throw new Error(answer.text);
      if (plan !== "free") await setPlan(email, plan);
      return own;
    },
    close: () => test.close(),
  };
}

/** A device as these clients read it. */
export interface DashmonDeviceRead {
  id: string;
  [other: string]: unknown;
}

export const till = { name: "Till", type: "posserver", ip: "10.0.12.3" };

/** Makes a project whose name is its id. */
export function addProject(client: DashmonClient, id: string, more: object = {}): Promise<TestAnswer<never>> {
  return client.send("POST", "/api/projects", { id, name: id, ...more });
}

/** Makes a device, {@link till} unless something else is said. */
export async function addDevice(client: DashmonClient, project: string, more: object = {}): Promise<DashmonDeviceRead> {
  const made = { ...till, ...more };
  const answer = await client.send<{ device?: DashmonDeviceRead }>("POST", `/api/projects/${project}/devices`, made);
  if (answer.body.device === undefined) throw new Error(answer.text);
  return answer.body.device;
}
