import { z } from "zod";
import type { TestAnswer } from "./test-api.js";

/** What Dashmon's clients expect of each answer, written down from the contract and without our own types. */
const instant = z.iso.datetime({ precision: 3 });
const nullable = { text: z.string().nullable(), instant: instant.nullable(), number: z.number().nullable() };
const plan = z.enum(["free", "premium"]);
const role = z.enum(["viewer", "editor", "admin", "owner"]);

const error = z.strictObject({ error: z.string().min(1), message: z.string().optional() });

const project = z.strictObject({
  ...{ id: z.string(), name: z.string(), location: nullable.text, notes: nullable.text },
  ...{ created_at: instant, updated_at: instant },
});

const device = z.strictObject({
  ...{ id: z.uuid(), store_id: nullable.text, user_id: z.uuid().nullable(), name: z.string(), type: z.string() },
  ...{ ip: z.string(), port: nullable.number, url: nullable.text, notes: nullable.text },
  ...{ ping_interval: z.int(), ping_packets: z.literal(3) },
  ...{ maintenance_start: nullable.instant, maintenance_end: nullable.instant },
  status: z.enum(["up", "down", "warning", "maintenance", "unknown"]),
  ...{ packet_loss: nullable.number, last_check: nullable.instant, created_at: instant, updated_at: instant },
});

const summary = z.strictObject({
  ...project.shape,
  maintenanceActive: z.boolean(),
  devices: z.array(z.strictObject({ ...device.shape, maintenanceActive: z.boolean() })),
  ...{ totalDevices: z.int(), upDevices: z.int(), downDevices: z.int(), warningDevices: z.int() },
  maintenanceDevices: z.int(),
  status: z.enum(["up", "down", "warning", "maintenance", "partial_maintenance"]),
});

const ok = z.strictObject({ ok: z.literal(true) });
const updated = ok.extend({ updated: z.int() });
const window = z.strictObject({
  id: z.string(),
  maintenance_start: nullable.instant,
  maintenance_end: nullable.instant,
});
const tags = z.array(z.string());

const me = z.strictObject({
  ...{ id: z.uuid().nullable(), email: nullable.text, name: nullable.text, plan },
  plan_status: z.enum(["active", "expired"]),
  plan_source: nullable.text,
  ...{ premium_until: nullable.instant, demo_used_at: z.null(), demo_expires_at: z.null() },
  ...{ bank_transfer_reference: z.null(), timezone: nullable.text, manual_refresh_last_at: nullable.instant },
  workspace: z
    .strictObject({ id: z.string(), ownerUserId: nullable.text, plan, role, writeLocked: z.boolean() })
    .nullable(),
});

const context = z.strictObject({
  ...{ workspaceId: z.string(), ownerUserId: nullable.text, name: nullable.text, role, active: z.boolean() },
  projectIds: z.array(z.string()).nullable(),
});

const invitation = z.strictObject({
  ...{ id: z.uuid(), email: z.string(), role, projectIds: z.array(z.string()).nullable() },
  status: z.enum(["pending", "accepted", "cancelled", "expired"]),
  ...{ createdAt: instant, expiresAt: nullable.instant },
});

const token = z.strictObject({
  ...{ id: z.uuid(), label: z.string(), accessLevel: z.enum(["read_only", "read_write"]), preview: z.string() },
  ...{ createdAt: instant, expiresAt: nullable.instant, status: z.enum(["active", "expired", "inactive"]) },
});

const limits = {
  ...{ projects: z.int(), devicesPerProject: z.int().nullable(), checkIntervalSeconds: z.int(), historyDays: z.int() },
};

const nothing = z.undefined();
const configured = z.strictObject({ configured: z.boolean() });

/** What succeeded answers, by operation; `{}` stands for any one part of a path. */
const shapes: Record<string, z.ZodType> = {
  "GET /api/health": ok.extend({ service: z.literal("dashmon"), time: instant }),
  "GET /api/meta/capabilities": z.strictObject({
    ...{ apiVersion: z.string(), requestIdHeader: z.literal("X-Request-Id"), docsUrl: z.url(), consoleUrl: z.url() },
    authModes: z.array(z.string()),
    tokenPolicy: z.strictObject({
      ...{ hash: z.literal("sha256"), shownOnce: z.literal(true), accessLevels: z.array(z.string()) },
      ...{ expiry: z.literal(true), premiumOnly: z.literal(true) },
    }),
  }),
  "GET /api/me": me,
  "POST /auth/local/signup": ok,
  "POST /auth/local/login": ok,
  "POST /logout": nothing,
  "GET /logout": nothing,
  "GET /auth/google": nothing,
  "GET /auth/google/callback": nothing,
  "GET /api/projects": z.array(summary),
  "POST /api/projects": z.strictObject({ project }),
  "GET /api/projects/{}": z.strictObject({ project }),
  "PUT /api/projects/{}": z.strictObject({ project }),
  "DELETE /api/projects/{}": ok,
  "GET /api/projects/{}/devices": z.strictObject({ devices: z.array(device) }),
  "POST /api/projects/{}/devices": z.strictObject({ device }),
  "GET /api/projects/{}/devices/{}": z.strictObject({ device: device.extend({ tags }), tags }),
  "GET /api/stores": z.array(summary),
  "POST /api/stores": z.strictObject({ store: project }),
  "GET /api/stores/{}": z.strictObject({ store: project }),
  "PUT /api/stores/{}": z.strictObject({ store: project }),
  "DELETE /api/stores/{}": ok,
  "GET /api/stores/{}/devices": z.strictObject({ devices: z.array(device) }),
  "POST /api/stores/{}/devices": z.strictObject({ device }),
  "GET /api/stores/{}/devices/{}": z.strictObject({ device: device.extend({ tags }), tags }),
  "PUT /api/devices/{}": z.strictObject({ device }),
  "DELETE /api/devices/{}": nothing,
  "PUT /api/devices/{}/tags": z.strictObject({ tags }),
  "POST /api/devices/tags/bulk": updated,
  "GET /api/tags": z.strictObject({ tags: z.array(z.strictObject({ name: z.string(), count: z.int() })) }),
  "POST /api/maintenance/device/{}": ok.extend({ device: window }),
  "DELETE /api/maintenance/device/{}": ok,
  "POST /api/maintenance/project/{}": ok.extend({ project: window }),
  "DELETE /api/maintenance/project/{}": ok,
  "POST /api/maintenance/store/{}": ok.extend({ store: window }),
  "DELETE /api/maintenance/store/{}": ok,
  "POST /api/maintenance/devices/bulk-set": updated,
  "POST /api/maintenance/devices/bulk-clear": updated,
  "GET /api/user/preferences": z.strictObject({ preferences: z.strictObject({ timezone: nullable.text }) }),
  "PUT /api/user/preferences/timezone": z.strictObject({ preferences: z.strictObject({ timezone: nullable.text }) }),
  "GET /api/user/permission-foundation": z.strictObject({
    ...{ userId: nullable.text, context: context.nullable(), contexts: z.array(context) },
    permissions: z.strictObject({
      ...{ canRead: z.boolean(), canWrite: z.boolean(), canCreateProjects: z.boolean() },
      ...{ canManageTeam: z.boolean(), canManageTokens: z.boolean() },
    }),
  }),
  "POST /api/user/account-context": ok.extend({ context }),
  "GET /api/user/team-invitations": z.strictObject({ invitations: z.array(invitation) }),
  "POST /api/user/team-invitations": ok.extend({ invitation }),
  "POST /api/user/team-invitations/{}/cancel": ok.extend({ invitation }),
  "POST /api/user/team-invitations/accept": ok.extend({ workspaceId: z.string(), ownerUserId: nullable.text }),
  "GET /api/user/api-token": z.strictObject({
    ...{ hasToken: z.boolean(), tokenCount: z.int(), lastCreatedAt: nullable.instant, enabled: z.boolean() },
  }),
  "GET /api/user/api-tokens": z.strictObject({ tokens: z.array(token) }),
  "POST /api/user/api-tokens": ok.extend({ token: z.string(), apiToken: token }),
  "DELETE /api/user/api-tokens/{}": ok,
  "GET /api/user/integration-posture": z.strictObject({
    integrations: z.strictObject({
      ...{ email: configured, sms: configured, google: configured, billing: configured },
      apiTokens: z.strictObject({ enabled: z.boolean(), active: z.int() }),
    }),
  }),
  "GET /api/support/summary": z.strictObject({
    support: z.strictObject({
      ...{ workspaceId: z.string(), plan, limits: z.strictObject(limits), projects: z.int(), devices: z.int() },
      ...{ writeLocked: z.boolean(), apiVersion: z.string(), requestId: z.string() },
    }),
  }),
  "GET /api/billing/plans": z.strictObject({ plans: z.array(z.strictObject({ id: plan, ...limits })) }),
};

/** Those with fewer `{}` come first: `accept` is no id. */
const patterns = Object.entries(shapes)
  .toSorted(([one], [other]) => one.split("{}").length - other.split("{}").length)
  .map(([name, shape]) => ({
    name,
    shape,
    pattern: new RegExp(`^${name.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&").replaceAll("{}", "[^/]+")}$`),
  }));

/** Operations whose answers have a shape here: `GET /api/projects/{}`. */
export const shapedOperations: readonly string[] = Object.keys(shapes);

/** @throws when an answer is not as the contract says */
export function checkShape(method: string, path: string, answer: TestAnswer<unknown>): void {
  if (!answer.headers.has("x-request-id")) throw new Error(`${method} ${path} has no X-Request-Id`);
  if (answer.status >= 400) return void error.parse(answer.body);
  const [bare = ""] = path.split("?", 1);
  const known = patterns.find(({ pattern }) => pattern.test(`${method} ${bare}`));
  if (known === undefined) throw new Error(`no shape was written down for ${method} ${path}`);
  const { success, error: fault } = known.shape.safeParse(answer.body);
  if (!success) throw new Error(`${method} ${path}: ${JSON.stringify(fault?.issues)} in ${answer.text}`);
}
