import { z } from "zod";

/**
 * What Peekaping's clients expect of each answer, by the definitions of its Swagger document and what its code does otherwise. Beside
 * them, what is another way here on purpose: a proxy's password is in no answer, and recovery codes come with the first code.
 */
const moment = z.iso.datetime();

const error = z.strictObject({ message: z.string().min(1), data: z.null() });
const done = error;
const envelope = <Data extends z.ZodType>(data: Data) => z.strictObject({ message: z.string().min(1), data });

const user = z.strictObject({
  id: z.string(),
  email: z.email(),
  active: z.boolean(),
  twofa_status: z.boolean(),
  createdAt: moment,
  updatedAt: moment,
});
const tokens = envelope(z.strictObject({ user, accessToken: z.jwt(), refreshToken: z.jwt() }));
const twoFactorSecret = z.strictObject({
  secret: z.string().regex(/^[A-Z2-7]+$/),
  provisioningUri: z.string().startsWith("otpauth://totp/"),
});
const verdict = z.strictObject({
  success: z.boolean(),
  message: z.string(),
  recoveryCodes: z.array(z.string()).optional(),
});
const lockout = z.strictObject({ success: z.literal(false), message: z.string(), retry_after: z.int().positive() });

const apiKey = z.strictObject({
  id: z.string(),
  name: z.string(),
  display_key: z.string(),
  last_used: moment.nullable(),
  expires_at: moment.nullable(),
  usage_count: z.int().nonnegative(),
  max_usage_count: z.int().nullable(),
  created_at: moment,
  updated_at: moment,
});
const newApiKey = apiKey.extend({ token: z.string().startsWith("pk_") });

const tag = z.strictObject({
  id: z.string(),
  name: z.string(),
  color: z.string(),
  description: z.string().nullable(),
  created_at: moment,
  updated_at: moment,
});

const proxy = z.strictObject({
  id: z.string(),
  protocol: z.enum(["http", "https", "socks", "socks4", "socks5", "socks5h"]),
  host: z.string(),
  port: z.int(),
  auth: z.boolean(),
  username: z.string().optional(),
  createdDate: moment,
  updatedAt: moment,
});

const maintenance = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  active: z.boolean(),
  strategy: z.string(),
  start_date_time: z.string().optional(),
  end_date_time: z.string().optional(),
  start_time: z.string().optional(),
  end_time: z.string().optional(),
  weekdays: z.array(z.int()).optional(),
  days_of_month: z.array(z.int()).optional(),
  interval_day: z.int().optional(),
  cron: z.string().optional(),
  timezone: z.string().optional(),
  duration: z.int().optional(),
  created_at: moment,
  updated_at: moment,
});
const maintenanceDetail = maintenance.extend({ monitor_ids: z.array(z.string()) });

const monitor = z.strictObject({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  interval: z.int(),
  timeout: z.int(),
  max_retries: z.int(),
  retry_interval: z.int(),
  resend_interval: z.int(),
  active: z.boolean(),
  status: z.int().min(0).max(3),
  config: z.string(),
  proxy_id: z.string(),
  push_token: z.literal(""),
  created_at: moment,
  updated_at: moment,
});
const wholeSeconds = z.iso.datetime({ precision: 0 });
const monitorDetail = monitor.extend({
  created_at: wholeSeconds,
  updated_at: wholeSeconds,
  notification_ids: z.array(z.string()),
  tag_ids: z.array(z.string()),
});

const setting = z.strictObject({
  id: z.string(),
  key: z.string(),
  value: z.string(),
  type: z.enum(["string", "int", "bool", "json"]),
  created_at: moment,
  updated_at: moment,
});

/** Of each operation what it answers when it does what was asked. */
const shapes: Readonly<Record<string, Readonly<Record<number, z.ZodType>>>> = {
  "GET /health": { 200: z.strictObject({ status: z.literal("ok"), timestamp: moment }) },
  "GET /version": { 200: z.strictObject({ version: z.string() }) },
  "POST /auth/register": { 201: tokens },
  "POST /auth/login": { 200: tokens, 429: lockout },
  "POST /auth/refresh": { 200: tokens },
  "PUT /auth/password": { 200: done },
  "POST /auth/2fa/setup": { 200: twoFactorSecret },
  "POST /auth/2fa/verify": { 200: verdict, 400: z.union([verdict, error]) },
  "POST /auth/2fa/disable": { 200: done },
  "GET /api-keys/config": { 200: envelope(z.strictObject({ prefix: z.string() })) },
  "GET /api-keys": { 200: envelope(z.array(apiKey)) },
  "POST /api-keys": { 201: envelope(newApiKey) },
  "GET /api-keys/{id}": { 200: envelope(apiKey) },
  "PUT /api-keys/{id}": { 200: envelope(apiKey) },
  "DELETE /api-keys/{id}": { 204: z.literal("") },
  ...collection("tags", tag),
  ...collection("proxies", proxy),
  ...collection("maintenances", maintenance, maintenanceDetail),
  "PATCH /maintenances/{id}/pause": { 200: envelope(maintenance) },
  "PATCH /maintenances/{id}/resume": { 200: envelope(maintenance) },
  "GET /monitors": { 200: envelope(z.array(monitor)) },
  "GET /monitors/batch": { 200: envelope(z.array(monitor)) },
  "GET /monitors/{id}": { 200: envelope(monitorDetail) },
  "PATCH /monitors/{id}": { 200: envelope(monitor) },
  "GET /settings/key/{id}": { 200: envelope(setting) },
  "PUT /settings/key/{id}": { 200: envelope(setting) },
  "DELETE /settings/key/{id}": { 200: done },
};

function collection(name: string, one: z.ZodType, detail = one): Record<string, Record<number, z.ZodType>> {
  return {
    [`GET /${name}`]: { 200: envelope(z.array(one)) },
    [`POST /${name}`]: { 201: envelope(one) },
    [`GET /${name}/{id}`]: { 200: envelope(detail) },
    [`PUT /${name}/{id}`]: { 200: envelope(one) },
    [`PATCH /${name}/{id}`]: { 200: envelope(one) },
    [`DELETE /${name}/{id}`]: { 200: done },
  };
}

/**
 * What is wrong with an answer by its contract; undefined: nothing.
 * @param path as it was sent, from `/api/v1` on
 */
export function faultOf(method: string, path: string, status: number, body: unknown): string | undefined {
  const [bare = ""] = path.split("?");
  const operation = Object.keys(shapes).find((name) => matches(name, method, bare));
  const shape = shapes[operation ?? ""]?.[status] ?? (status >= 400 ? error : undefined);
  if (operation === undefined || shape === undefined) return `${method} ${path} is not known to answer ${status}`;
  const parsed = shape.safeParse(body);
  return parsed.success ? undefined : `${operation} ${status}: ${z.prettifyError(parsed.error)}`;
}

/** An operation without a name in its path comes before one with one. */
function matches(name: string, method: string, path: string): boolean {
  const [verb, template = ""] = name.split(" ");
  return verb === method && new RegExp(`^${template.replaceAll("{id}", "[^/]+")}$`).test(path);
}
