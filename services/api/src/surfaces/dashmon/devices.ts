import { isDocumentId, type StoredRevision } from "@statwire/control-plane";
import { windowsBetween } from "@statwire/monitoring";
import type { NodeSnapshot } from "@statwire/snapshot-store";
import { parsedSchedule } from "../../configuration/maintenance-now.js";
import type { Answer } from "../../http/answer.js";
import { contextOf } from "../../http/context.js";
import type { ProblemError } from "../../http/problem.js";
import type { NodeReader } from "../../nodes/node-reader.js";
import { intervalOf, nodeStatus } from "../../nodes/node-status.js";
import { type Account, orElse } from "./account.js";
import type { DashmonDevice, DashmonDeviceDetailAnswer } from "./dto.js";
import { refusal } from "./errors.js";
import { type Body, badRequest, noteIn, textIn } from "./input.js";
import { limitsOf } from "./plans.js";
import { newestFirst, projectOf } from "./projects.js";
import { tagNamesOf } from "./tag-names.js";

/** What is shown of devices beside their documents. */
export interface DeviceView {
  account: Account;
  ownerUserId: string | null;
  /** How often those are checked that do not say. */
  checkIntervalSeconds: number;
  /** The newest reading of each node that a device has. */
  readings: ReadonlyMap<string, NodeSnapshot>;
}

/** Reads what devices show of their nodes. Only the workspace that is served has nodes. */
export async function readDeviceView(
  account: Account,
  nodes: Pick<NodeReader, "readEach">,
  devices: readonly StoredRevision[],
): Promise<DeviceView> {
  const isServed = account.workspace === contextOf(account.request).workspace;
  const names = isServed ? [...new Set(devices.flatMap(({ document }) => (document.node as string | null) ?? []))] : [];
  const snapshots = names.length === 0 ? [] : await nodes.readEach(names);
  const found = names.flatMap((name, index): [string, NodeSnapshot][] => {
    const snapshot = snapshots[index];
    return snapshot === undefined ? [] : [[name, snapshot]];
  });
  const { checkIntervalSeconds } = limitsOf(account.plan);
  return { account, ownerUserId: account.ownerUserId ?? null, checkIntervalSeconds, readings: new Map(found) };
}

/** The devices of a project, the newest first. @throws Answer 404 */
export function devicesOf(account: Account, projectId: string): StoredRevision[] {
  const { id } = projectOf(account, projectId);
  return newestFirst(account.list("device").filter(({ document }) => document.project_id === id));
}

/** A device, as far as the caller may know of it. */
export function findDevice(account: Account, deviceId: string): StoredRevision | undefined {
  return isDocumentId(deviceId) ? account.get("device", deviceId) : undefined;
}

/** The same. @throws Answer 404 */
export function deviceOf(account: Account, deviceId: string): StoredRevision {
  const found = findDevice(account, deviceId);
  if (found === undefined) throw refusal(404, "Device not found");
  return found;
}

function deviceIn(account: Account, projectId: string, deviceId: string): StoredRevision {
  const project = projectOf(account, projectId);
  const device = deviceOf(account, deviceId);
  if (device.document.project_id !== project.id) throw refusal(404, "Device not found");
  return device;
}

/** @throws Answer 400 with Dashmon's own texts, 404 */
export async function createDevice(account: Account, projectId: string, body: Body): Promise<StoredRevision> {
  const access = account.access("device", "create");
  const project = projectOf(account, projectId);
  const fields = fieldsOf(body, "Device name, type, and IP are required");
  const { workspace } = access;
  const input = { ...fields, project_id: project.id };
  const { devicesPerProject } = limitsOf(account.plan);
  return orElse(account.change(access, { verb: "create", workspace, kind: "device", input }), {
    "too-many-documents": ({ message, errors }) =>
      badRequest(
        errors[0]?.field === "project_id"
          ? `Plan limit reached. Your plan allows ${devicesPerProject} devices per project.`
          : `Plan limit reached. ${message}`,
      ),
    "invalid-input": asDeviceFault,
  });
}

/** Replaces what a client knows of a device; its check, tags and node stay. @throws Answer 400, 404 */
export async function replaceDevice(account: Account, deviceId: string, body: Body): Promise<StoredRevision> {
  const access = account.access("device", "update");
  const { id } = deviceOf(account, deviceId);
  const patch = fieldsOf(body, "name, type, ip required");
  const { workspace } = access;
  return orElse(account.changeNamed(access, { verb: "patch", workspace, kind: "device", id, patch }), {
    "invalid-input": asDeviceFault,
  });
}

/** @throws Answer 404 */
export async function deleteDevice(account: Account, deviceId: string): Promise<void> {
  const access = account.access("device", "delete");
  const { id } = deviceOf(account, deviceId);
  await account.changeNamed(access, { verb: "delete", workspace: access.workspace, kind: "device", id });
}

function fieldsOf(body: Body, missing: string) {
  const name = textIn(body, "name");
  const type = textIn(body, "type");
  const address = textIn(body, "ip");
  if (name === undefined || type === undefined || address === undefined) throw badRequest(missing);
  return { name, type, address, port: portIn(body), url: noteIn(body, "url"), notes: noteIn(body, "notes") };
}

/** Forms send numbers as texts, too. */
function portIn({ port = null }: Body): number | null {
  if (port === null || port === "") return null;
  if (typeof port === "number" && Number.isInteger(port)) return port;
  if (typeof port === "string" && /^\d{1,5}$/.test(port.trim())) return Number(port);
  throw badRequest("port must be a number from 1 to 65535");
}

/** Fields by the names that its clients know. */
function asDeviceFault({ message }: ProblemError): Answer {
  return badRequest(message.replaceAll(/(^|; )address:/g, "$1ip:"));
}

/** A device as Dashmon has it. */
export function toDevice(device: StoredRevision, view: DeviceView): DashmonDevice {
  const { account, readings } = view;
  const { id, document, createdAtMs, atMs } = device;
  const { check, port, url, notes, node } = document as unknown as DeviceFields;
  const reading = node === null ? undefined : readings.get(node);
  return {
    id,
    store_id: projectKeyOf(account, document.project_id as string | null),
    user_id: view.ownerUserId,
    name: document.name as string,
    type: document.type as string,
    ip: (document.address as string | null) ?? "",
    port,
    url,
    ping_interval: check?.interval_seconds ?? view.checkIntervalSeconds,
    ping_packets: 3,
    notes,
    ...ownWindowOf(account, device),
    status: reading !== undefined && isUp(reading, account.nowMs) ? "up" : "unknown",
    packet_loss: null,
    last_check: reading === undefined ? null : new Date(reading.seenAtMs).toISOString(),
    created_at: new Date(createdAtMs).toISOString(),
    updated_at: new Date(atMs).toISOString(),
  };
}

/** A device of a project as it is shown alone: with its tags, and its revision as the `ETag`. @throws Answer 404 */
export async function showDevice(
  account: Account,
  nodes: Pick<NodeReader, "readEach">,
  { projectId, deviceId }: { projectId: string; deviceId: string },
): Promise<DashmonDeviceDetailAnswer> {
  const device = deviceIn(account, projectId, deviceId);
  const shown = toDevice(device, await readDeviceView(account, nodes, [device]));
  const tags = tagNamesOf(account, device);
  account.request.res?.setHeader("ETag", `"${device.revision}"`);
  return { device: { ...shown, tags }, tags };
}

interface DeviceFields {
  check: { interval_seconds: number } | null;
  port: number | null;
  url: string | null;
  notes: string | null;
  node: string | null;
}

/** Assumed until a node has told its interval. */
const defaultIntervalMs = 4_000;

function isUp(reading: NodeSnapshot, nowMs: number): boolean {
  return nodeStatus(reading.seenAtMs, intervalOf(reading) ?? defaultIntervalMs, nowMs) === "up";
}

function projectKeyOf({ control, workspace }: Account, id: string | null): string | null {
  const project = id === null ? undefined : control.get({ workspace, kind: "project", id });
  return (project?.document.key as string | undefined) ?? null;
}

/** The end of time, as far as dates go. */
const everMs = 8.64e15;

/** When the maintenance of a device alone begins and ends; null where it has none. */
export function ownWindowOf(
  { control, workspace }: Account,
  { kind, id }: StoredRevision,
): { maintenance_start: string | null; maintenance_end: string | null } {
  const none = { maintenance_start: null, maintenance_end: null };
  const found = control.named(workspace, "maintenance", `own_of_${kind}_id`, id);
  if (found === undefined || found.document.active !== true) return none;
  const schedule = parsedSchedule(found.document);
  if (schedule.strategy !== "single") return none;
  const [window] = windowsBetween(schedule, { fromMs: 0, untilMs: everMs, limit: 1 });
  if (window === undefined) return none;
  const { fromMs, untilMs } = window;
  return {
    maintenance_start: new Date(fromMs).toISOString(),
    maintenance_end: untilMs >= everMs ? null : new Date(untilMs).toISOString(),
  };
}
