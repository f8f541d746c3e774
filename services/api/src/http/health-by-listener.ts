import type { TLSSocket } from "node:tls";
import type { RequestHandler } from "express";
import { dashPadHealthPath } from "../surfaces/dashpad/paths.js";

export const healthPath = "/health";

/**
 * Two surfaces claim `/health`, one open and one behind the key: the listener decides. Over TLS, which DashPad's clients
 * insist on, the request goes to DashPad's; everything after sees that path.
 */
export const healthByListener: RequestHandler = (request, _response, next) => {
  if (request.path === healthPath && (request.socket as TLSSocket).encrypted === true) {
    request.url = dashPadHealthPath + request.url.slice(healthPath.length);
  }
  next();
};
