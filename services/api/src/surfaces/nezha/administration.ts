import { type StoredRevision, tokenDigest } from "@statwire/control-plane";
import type { Request } from "express";
import { createCommand } from "../../configuration/commands.js";
import { deviceCredential } from "../../configuration/made-secrets.js";
import { invalidField } from "../../http/problem.js";
import type { NezhaGroupForm, NezhaServerForm, NezhaToken } from "./dto-admin.js";
import { unknownNezhaToken } from "./errors.js";
import type { Nezha } from "./nezha.js";
import { createServer } from "./register-server.js";
import type { Server } from "./servers.js";
import { labelsOf } from "./to-server.js";

/** All that a token of Nezha's is for: the servers, and new ones. */
const tokenScopes = ["node:read", "device:read", "device:create"];

const foundMax = 100;

/** As many as a group is made of. */
const deletedAtOnceMax = 500;

/** The tokens that the caller may know of, the oldest first. */
export function listTokens({ documents }: Nezha, request: Request): NezhaToken[] {
  const tokens = documents.list(request, "token");
  tokens.sort((one, other) => one.createdAtMs - other.createdAtMs || (one.id < other.id ? -1 : 1));
  return tokens.map(({ id, document }) => ({ token: displayOf(document), note: String(document.label), id }));
}

/** Makes a token in Nezha's own form and shows it this once. */
export async function makeToken({ documents }: Nezha, request: Request, note = ""): Promise<NezhaToken> {
  const access = documents.access(request, "token", "create");
  const label = note.trim() || "Nezha";
  const input = { label, access: "read-write", scopes: tokenScopes, format: "alphanumeric32" };
  const { command, made } = createCommand(access, "token", input);
  const { current } = await documents.change(request, access, command);
  return { token: made?.shown ?? "", note: label, id: current.id };
}

/** Deletes a token by its text, by what the list shows of it, or by its id. @throws Answer for one that there is not */
export async function deleteToken({ documents }: Nezha, request: Request, which: string): Promise<void> {
  const access = documents.access(request, "token", "delete");
  const holder = documents.controlPlane().holderOf(tokenDigest(which).toString("hex"))?.holder;
  const found = documents
    .list(request, "token")
    .filter(({ id, document }) => id === which || id === holder?.id || displayOf(document) === which);
  const [token] = found;
  if (token === undefined) throw unknownNezhaToken();
  if (found.length > 1) throw invalidField("token", "several begin and end so: name it by its id");
  await documents.change(request, access, { verb: "delete", workspace: access.workspace, kind: "token", id: token.id });
}

/** The servers whose id a word is, or that have it in their name, group or notes. */
export async function searchServers(nezha: Nezha, request: Request, word: string): Promise<Server[]> {
  const wanted = word.toLowerCase();
  const servers = await nezha.servers(request);
  const hasWord = (server: Server) => {
    const { name, tag, notes } = labelsOf(server);
    return String(server.id) === word || [name, tag, notes].some((text) => text.toLowerCase().includes(wanted));
  };
  return servers.filter(hasWord).slice(0, foundMax);
}

/** Makes a server, whose secret it answers, or changes one: a node becomes a device with that. */
export async function saveServer(nezha: Nezha, request: Request, form: NezhaServerForm): Promise<string | undefined> {
  const { ID: id = 0, Secret: secret = "", EnableDDNS: ddns, DDNSProfilesRaw: profiles = "" } = form;
  if (ddns === "on") throw invalidField("EnableDDNS", "nobody's name servers are changed from here");
  if (!["", "[]"].includes(profiles.trim())) throw invalidField("DDNSProfilesRaw", "there are no profiles here");
  const fields = fieldsOf(form);
  if (id === 0) {
    if (secret === "") return createServer(nezha, request, fields);
    const access = nezha.documents.access(request, "device", "create");
    const command = { verb: "create", workspace: access.workspace, kind: "device", input: fields } as const;
    await nezha.documents.change(request, access, { ...command, credentials: [deviceCredential(secret)] });
    return undefined;
  }
  const [server] = find(await nezha.servers(request), "ID", [id]);
  if (server !== undefined) await changeServer(nezha, request, server, fields, secret);
  return undefined;
}

/** Puts servers into a group; none when one of them is unknown. */
export async function setGroup(nezha: Nezha, request: Request, form: NezhaGroupForm): Promise<void> {
  const servers = find(await nezha.servers(request), "Servers", form.Servers);
  for (const server of servers) await changeServer(nezha, request, server, { group: form.Group || null });
}

/**
 * Deletes servers, of `field`; none when one of them is unknown or no device. A node that goes on reporting stays, under its own name.
 */
export async function deleteServers(
  nezha: Nezha,
  request: Request,
  field: string,
  ids: readonly number[],
): Promise<void> {
  if (ids.length > deletedAtOnceMax) throw invalidField(field, `may have at most ${deletedAtOnceMax}`);
  const { documents } = nezha;
  const servers = find(await nezha.servers(request), field, ids);
  const devices = servers.map(({ id, device, node }) => {
    if (device !== undefined) return device;
    throw invalidField(field, `server ${id} is the node "${node.node}" itself: it is gone when its collector is`);
  });
  const access = documents.access(request, "device", "delete");
  const { workspace } = access;
  for (const { id } of devices)
    await documents.change(request, access, { verb: "delete", workspace, kind: "device", id });
}

async function changeServer(
  { documents }: Nezha,
  request: Request,
  { device, node }: Server,
  fields: object,
  secret = "",
): Promise<void> {
  const own = secret === "" ? {} : { credentials: [deviceCredential(secret)] };
  const access = documents.access(request, "device", device === undefined ? "create" : "update");
  const target = { workspace: access.workspace, kind: "device" } as const;
  if (device !== undefined) {
    await documents.change(request, access, { verb: "patch", ...target, id: device.id, patch: fields, ...own });
    return;
  }
  const input = { name: node.node, ...fields, node: node.node };
  await documents.change(request, access, { verb: "create", ...target, input, ...own });
}

/** What a form says of a device; a member that is absent says nothing. */
function fieldsOf({ Name: name, Tag: tag, Note: note, PublicNote: publicNote, ...form }: NezhaServerForm): object {
  return {
    name,
    ...(form.DisplayIndex === undefined ? {} : { display_index: form.DisplayIndex }),
    ...(tag === undefined ? {} : { group: tag || null }),
    ...(note === undefined ? {} : { notes: note || null }),
    ...(publicNote === undefined ? {} : { public_notes: publicNote || null }),
    hidden_from_guests: form.HideForGuest === "on",
  };
}

/** Each once, in the order of the ids. @throws ProblemError `invalid-input` naming one that is unknown */
function find(servers: readonly Server[], field: string, ids: readonly number[]): Server[] {
  const byId = new Map(servers.map((server) => [server.id, server]));
  return [...new Set(ids)].map((id) => {
    const server = byId.get(id);
    if (server === undefined) throw invalidField(field, `there is no server ${id}`);
    return server;
  });
}

function displayOf(document: StoredRevision["document"]): string {
  return String(document.display);
}
