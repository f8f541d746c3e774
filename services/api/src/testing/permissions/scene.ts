import {
  type Command,
  type ControlPlane,
  installation,
  type KindName,
  kindOf,
  tokenDigest,
} from "@statwire/control-plane";
import { sampleLines } from "../sample-events.js";
import type { TestApi } from "../test-api.js";
import type { Place, WalkedCaller } from "./expected-outcome.js";

export const places: readonly Place[] = ["first", "second"];

/** Two workspaces with two projects each, a node in each project of the served one, and a token for everybody who asks. */
export interface Scene {
  /** The document of a kind in `default`: of one project or another where the kind is in projects. */
  ids: ReadonlyMap<KindName, Readonly<Record<Place, string>>>;
  nodes: Readonly<Record<Place, string>>;
  callers: readonly (WalkedCaller & { token: string })[];
}

const origin = () =>
  ({ actor: { kind: "system", id: "walk", name: "walk" }, requestId: "walk", atMs: Date.now() }) as const;

export async function createScene(api: TestApi): Promise<Scene> {
  const nodes = { first: "web-1", second: "web-2" };
  for (const node of Object.values(nodes)) {
    await api.report(node);
    await api.reportSurveys(node);
    const now = { bootId: 1, sequence: 1, observedAtMs: Date.now() };
    await api.keepLines(node, "syslog", sampleLines(now, 1, ["session opened"]));
  }
  const ids = await createDocuments(api.control, nodes);
  const beta = await createProjects(api.control, "beta");
  const project = ids.get("project")?.first ?? "";
  const callers = await Promise.all(
    allCallers().map(async (caller) => {
      const projectId = caller.workspace === "default" ? project : beta.first;
      return { ...caller, token: await createToken(api.control, caller, projectId) };
    }),
  );
  return { ids, nodes, callers };
}

function allCallers(): WalkedCaller[] {
  const both = [false, true];
  return (["default", "beta"] as const).flatMap((workspace) =>
    (["viewer", "editor", "admin", "owner"] as const).flatMap((role) =>
      both.flatMap((isReadOnly) =>
        both.map((isLimited) => ({
          ...{ workspace, role, isReadOnly, isLimited },
          name: `${workspace} ${role}${isReadOnly ? " read-only" : ""}${isLimited ? " of a project" : ""}`,
        })),
      ),
    ),
  );
}

async function createToken(control: ControlPlane, caller: WalkedCaller, projectId: string): Promise<string> {
  const token = `sw_${tokenDigest(caller.name).toString("base64url")}`;
  await create(control, {
    ...{ verb: "create", workspace: caller.workspace, kind: "token" },
    input: {
      label: caller.name,
      access: caller.isReadOnly ? "read-only" : "read-write",
      project_ids: caller.isLimited ? [projectId] : null,
    },
    kept: { display: "", role: caller.role },
    credentials: [{ sha256: tokenDigest(token).toString("hex") }],
  });
  return token;
}

async function createProjects(control: ControlPlane, workspace: string): Promise<Record<Place, string>> {
  await create(control, { verb: "create", workspace, kind: "workspace", input: { id: workspace, name: workspace } });
  const of = (key: string) =>
    create(control, { verb: "create", workspace, kind: "project", input: { key, name: key } });
  return { first: await of("first"), second: await of("second") };
}

async function createDocuments(control: ControlPlane, nodes: Scene["nodes"]): Promise<Scene["ids"]> {
  const workspace = "default";
  const projects = await createProjects(control, workspace);
  const user = await create(control, {
    verb: "create",
    workspace: installation,
    kind: "user",
    input: { email: "ada@example.org" },
  });
  const one = (kind: KindName, input: object = kindOf(kind).example, kept?: object) =>
    create(control, { verb: "create", workspace, kind, input, ...(kept && { kept: { ...kept } }) });
  const each = async (make: (place: Place) => Promise<string>) => ({
    first: await make("first"),
    second: await make("second"),
  });
  const same = async (id: Promise<string>) => ({ first: await id, second: await id });
  const nightly = kindOf("maintenance").example;
  return new Map<KindName, Record<Place, string>>([
    ["workspace", { first: "default", second: "default" }],
    ["user", { first: user, second: user }],
    ["project", projects],
    ["tag", await same(one("tag"))],
    ["proxy", await same(one("proxy"))],
    [
      "device",
      await each((place) => one("device", { name: nodes[place], project_id: projects[place], node: nodes[place] })),
    ],
    ["maintenance", await each((place) => one("maintenance", { ...nightly, project_ids: [projects[place]] }))],
    ["membership", await same(one("membership", { user_id: user, role: "viewer" }))],
    ["invitation", await same(one("invitation"))],
    ["token", await same(one("token", { label: "walked" }, { display: "", role: "viewer" }))],
    ["credential", await same(one("credential", {}, { node: "web-3", public_key: "U" }))],
    ["preference", await same(one("preference", { user_id: user, key: "timezone", value: "UTC" }))],
    ["setting", await same(one("setting"))],
  ]);
}

async function create(control: ControlPlane, command: Command): Promise<string> {
  const changed = await control.change(command, origin());
  if (!changed.ok) throw new Error(`${command.kind}: ${changed.message}`);
  return changed.current.id;
}
