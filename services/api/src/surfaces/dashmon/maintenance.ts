import type { StoredRevision } from "@statwire/control-plane";
import type { Access } from "../../configuration/access.js";
import type { Answer } from "../../http/answer.js";
import { ProblemError } from "../../http/problem.js";
import { type Account, orElse } from "./account.js";
import { findDevice, ownWindowOf } from "./devices.js";
import type { DashmonOwnMaintenance } from "./dto.js";
import { refusal } from "./errors.js";
import { type Body, badRequest } from "./input.js";
import { knownDevices } from "./tags.js";

/** A window in Unix milliseconds; without an end it lasts until it is cleared. */
interface Window {
  fromMs: number;
  untilMs: number | undefined;
}

/** Puts a device into maintenance, in the place of a window that was set before. @throws Answer 400, 403, 404 */
export async function setDeviceMaintenance(
  account: Account,
  deviceId: string,
  body: Body,
): Promise<DashmonOwnMaintenance> {
  const access = account.access("device", "update");
  account.requirePremium();
  const window = windowIn(body);
  const device = deviceNamed(account, deviceId);
  await setOwnWindow(account, access, device, window);
  return { id: device.id, ...ownWindowOf(account, device) };
}

/** @throws Answer 404 */
export async function clearDeviceMaintenance(account: Account, deviceId: string): Promise<void> {
  const access = account.access("device", "update");
  await clearOwnWindow(account, access, deviceNamed(account, deviceId));
}

/** The same with all devices of a project, which the older paths call a store. @throws Answer 400, 403, 404 */
export async function setProjectMaintenance(
  account: Account,
  projectId: string,
  body: Body,
  name: "project" | "store",
): Promise<DashmonOwnMaintenance> {
  const access = account.access("project", "update");
  account.requirePremium();
  const window = windowIn(body);
  const project = projectNamed(account, projectId, name);
  await setOwnWindow(account, access, project, window);
  return { id: project.document.key as string, ...ownWindowOf(account, project) };
}

/** @throws Answer 404 */
export async function clearProjectMaintenance(
  account: Account,
  projectId: string,
  name: "project" | "store",
): Promise<void> {
  const access = account.access("project", "update");
  await clearOwnWindow(account, access, projectNamed(account, projectId, name));
}

/** Puts several devices into maintenance; answers how many. @throws Answer 400, 403 */
export async function setMaintenanceOf(account: Account, body: Body): Promise<number> {
  const access = account.access("device", "update");
  account.requirePremium();
  const window = windowIn(body);
  const devices = knownDevices(account, body);
  for (const device of devices) await setOwnWindow(account, access, device, window);
  return devices.length;
}

/** Clears the windows of several devices; answers how many had one. @throws Answer 400 */
export async function clearMaintenanceOf(account: Account, body: Body): Promise<number> {
  const access = account.access("device", "update");
  let cleared = 0;
  for (const device of knownDevices(account, body)) if (await clearOwnWindow(account, access, device)) cleared += 1;
  return cleared;
}

/** The window of what may be changed belongs to it: whoever may change the one may set the other. */
async function setOwnWindow(account: Account, access: Access, target: StoredRevision, window: Window): Promise<void> {
  const own = ownAccess(access, target);
  const { workspace } = access;
  const before = ownWindow(account, target);
  const input = toMaintenance(target, window);
  const kind = "maintenance" as const;
  const command =
    before === undefined
      ? ({ verb: "create", workspace, kind, input, kept: { [`own_of_${target.kind}_id`]: target.id } } as const)
      : ({ verb: "replace", workspace, kind, id: before.id, input } as const);
  await orElse(account.change(own, command), {
    "invalid-input": ({ message }: ProblemError) => badRequest(message),
    "name-taken": changedAtOnce,
    "unknown-document": changedAtOnce,
  });
}

function changedAtOnce(): Answer {
  return refusal(409, "The maintenance was set or cleared at the same time. Try again.");
}

/** False when it had none. */
async function clearOwnWindow(account: Account, access: Access, target: StoredRevision): Promise<boolean> {
  const own = ownAccess(access, target);
  const before = ownWindow(account, target);
  if (before === undefined) return false;
  try {
    await account.change(own, { verb: "delete", workspace: access.workspace, kind: "maintenance", id: before.id });
    return true;
  } catch (error) {
    // Somebody else has cleared it at the same time.
    if (error instanceof ProblemError && error.code === "unknown-document") return false;
    throw error;
  }
}

/** @throws Answer 403 for who may know of it, and not change it */
function ownAccess(access: Access, target: StoredRevision): Access {
  if (access.allows(target) === "allowed") return { ...access, allows: () => "allowed" };
  throw refusal(403, target.kind === "device" ? "device_scope_forbidden" : "project_scope_forbidden");
}

function ownWindow({ control, workspace }: Account, { kind, id }: StoredRevision): StoredRevision | undefined {
  return control.named(workspace, "maintenance", `own_of_${kind}_id`, id);
}

function toMaintenance({ kind, id, document }: StoredRevision, { fromMs, untilMs }: Window): object {
  return {
    title: `Maintenance of ${document.name}`.slice(0, 255),
    schedule: {
      strategy: "single",
      timezone: "UTC",
      from: minuteText(fromMs),
      // Schedules know minutes: the window is longer by a part of one, never shorter.
      ...(untilMs === undefined ? {} : { until: minuteText(Math.ceil(untilMs / minuteMs) * minuteMs) }),
    },
    device_ids: kind === "device" ? [id] : [],
    project_ids: kind === "project" ? [id] : [],
  };
}

const minuteMs = 60_000;

function minuteText(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 16);
}

function windowIn({ startTime, endTime = null }: Body): Window {
  const fromMs = instantOf(startTime);
  if (fromMs === undefined) throw badRequest("startTime is required (ISO datetime)");
  if (endTime === null || endTime === "") return { fromMs, untilMs: undefined };
  const untilMs = instantOf(endTime);
  if (untilMs === undefined) throw badRequest("endTime must be an ISO datetime");
  if (untilMs <= fromMs) throw badRequest("endTime must be after startTime");
  return { fromMs, untilMs };
}

const yearsMs = { from: Date.UTC(2000, 0, 1), until: Date.UTC(2200, 0, 1) };

function instantOf(value: unknown): number | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return undefined;
  // Without an offset it is meant as UTC, wherever this runs.
  const atMs = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}Z`);
  return atMs >= yearsMs.from && atMs < yearsMs.until ? atMs : undefined;
}

function projectNamed(account: Account, projectId: string, name: "project" | "store"): StoredRevision {
  return account.named("project", "key", projectId) ?? raise(refusal(404, `${name} not found`));
}

function deviceNamed(account: Account, deviceId: string): StoredRevision {
  return findDevice(account, deviceId) ?? raise(refusal(404, "device not found"));
}

function raise(error: Error): never {
  throw error;
}
