import type { Request } from "express";
import { newDeviceSecret } from "../../configuration/made-secrets.js";
import { peerOf } from "../../http/peer.js";
import type { NezhaRegistration } from "./dto.js";
import type { Nezha } from "./nezha.js";

/** Makes a device, and answers its secret. @throws ProblemError as a change of documents */
export async function registerServer(nezha: Nezha, request: Request, body: NezhaRegistration): Promise<string> {
  const { Name: name, Tag: tag, Note: note, HideForGuest: hidden = "on" } = body;
  const fields = {
    name: name || peerOf(request),
    group: tag || "AutoRegister",
    notes: note || null,
    hidden_from_guests: hidden === "on",
  };
  return createServer(nezha, request, fields);
}

/** Makes a device that is to be known by a secret of its own, which is shown once. */
export async function createServer(nezha: Nezha, request: Request, fields: object): Promise<string> {
  const access = nezha.documents.access(request, "device", "create");
  const { shown, credential } = newDeviceSecret();
  await nezha.documents.change(request, access, {
    ...{ verb: "create", workspace: access.workspace, kind: "device", input: fields },
    credentials: [credential],
  });
  return shown;
}
