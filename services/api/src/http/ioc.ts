import type { IocContainer } from "@tsoa/runtime";
import type { Request } from "express";
import { contextOf } from "./context.js";

/** Where the generated routes get their controllers from: the map that the application was built with. */
export function iocContainer(request: Request): IocContainer {
  const { controllers } = contextOf(request);
  return {
    get<T>(controller: unknown): T {
      const instance = controllers.get(controller);
      if (instance === undefined) throw new Error(`no instance of controller ${String(controller)}`);
      return instance as T;
    },
  };
}
