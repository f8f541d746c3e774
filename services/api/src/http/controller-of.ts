import type { Request } from "express";
import { projectLimitOf } from "../authorization/node-reach.js";
import { callerOf } from "./authentication.js";
import { contextOf } from "./context.js";

/**
 * The controller of a class for a request: it sees what the request's caller may know of. The caller was found out before.
 * @throws Error when there is none of that class
 */
export function controllerOf(request: Request, controller: unknown): object {
  const { controllersFor, workspace } = contextOf(request);
  const instance = controllersFor(projectLimitOf(callerOf(request)?.principal, workspace)).get(controller);
  if (instance === undefined) throw new Error(`no instance of controller ${String(controller)}`);
  return instance as object;
}
