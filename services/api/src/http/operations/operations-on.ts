import { ExpressTemplateService, fetchMiddlewares, type TsoaRoute } from "@tsoa/runtime";
import type { IRouter, RequestHandler, Response } from "express";
import { controllerOf } from "../controller-of.js";
import { authenticated } from "./authenticated.js";
import { sendJson } from "./send-json.js";

type Method = "get" | "post" | "put" | "patch" | "delete";

/** An operation of a controller, as tsoa reads it out of the sources. */
export interface Operation {
  /** The controller's class. */
  controller: { prototype: object };
  /** Of the controller's method. */
  name: string;
  /** Empty: open to everyone. */
  security: readonly TsoaRoute.Security[];
  parameters: Record<string, TsoaRoute.ParameterSchema>;
  successStatus: number;
}

/**
 * What the generated routes put operations on a router with: authentication, the middlewares of the controller and of its method, and the
 * call. It does what tsoa's own template writes out for each operation, without what no operation here has.
 * @returns puts one there; it throws an Error for what cannot be served so
 */
export function operationsOn(
  router: IRouter,
  models: TsoaRoute.Models,
  config: ConstructorParameters<typeof ExpressTemplateService>[1],
): (method: Method, path: string, operation: Operation) => void {
  const service = new OperationService(models, config);
  return (method, path, operation) => {
    const { controller, name, security } = operation;
    const methodOf = (controller.prototype as Record<string, unknown>)[name];
    router[method](
      path,
      ...(security.length === 0 ? [] : [authenticated(security)]),
      ...fetchMiddlewares<RequestHandler>(controller),
      ...fetchMiddlewares<RequestHandler>(methodOf),
      called(service, operation),
    );
  };
}

/** Calls the controller with what the request says, and answers with what it returns. */
function called(service: OperationService, { controller, name, parameters, successStatus }: Operation): RequestHandler {
  const act = (controller.prototype as Record<string, unknown>)[name];
  if (typeof act !== "function") throw new Error(`a controller has no method ${name}`);
  if ("setStatus" in controller.prototype)
    throw new Error("a controller serves all requests: it has no status of its own");
  return async (request, response, next) => {
    try {
      const values = service.getValidatedArgs({ args: parameters, request, response });
      const data: unknown = await act.apply(controllerOf(request, controller), values);
      service.returnHandler({ response, headers: undefined, statusCode: successStatus, data });
    } catch (error) {
      next(error);
    }
  };
}

class OperationService extends ExpressTemplateService {
  override returnHandler(answer: { response: Response; headers: unknown; statusCode?: number; data?: unknown }): void {
    const { response, headers, statusCode = 200, data } = answer;
    const isPlain = typeof data === "object" && data !== null && !("pipe" in data);
    if (isPlain && headers === undefined && !response.headersSent) sendJson(response, statusCode, data);
    else super.returnHandler(answer);
  }
}
