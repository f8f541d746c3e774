import type { IocContainer } from "@tsoa/runtime";
import type { Request } from "express";
import { projectLimitOf } from "../authorization/node-reach.js";
import { callerOf } from "./authentication.js";
import { contextOf } from "./context.js";

/**
 * Where the generated routes get their controllers from: those that see what the request's caller may know of. The caller was found
 * out before.
 */
export function iocContainer(request: Request): IocContainer {
  const { controllersFor, workspace } = contextOf(request);
  const controllers = controllersFor(projectLimitOf(callerOf(request)?.principal, workspace));
  return {
    get<T>(controller: unknown): T {
      const instance = controllers.get(controller);
      if (instance === undefined) throw new Error(`no instance of controller ${String(controller)}`);
      return instance as T;
    },
  };
}
