import { planOf } from "@statwire/control-plane";
import type { RequestHandler } from "express";
import { identifyDashmon } from "../../http/authentication.js";
import { contextOf } from "../../http/context.js";
import { limited } from "../../http/rate-limits.js";
import { surfaceOf } from "../../http/surface.js";
import { knownDashmonCaller } from "./caller.js";

const free = limited("dashmon-write");
const premium = limited("dashmon-write-premium");

/**
 * Counts changes at Dashmon's paths before anything else is done with them, also those of nobody: by user, or by address, and path.
 * A premium workspace has twice as many.
 */
export const dashmonWriteLimit: RequestHandler = async (request, response, next) => {
  if (!["POST", "PUT", "DELETE"].includes(request.method) || surfaceOf(request.path) !== "dashmon") return next();
  // Whoever is refused is told so where the operation asks.
  const caller = await identifyDashmon(request).catch(() => knownDashmonCaller(request));
  const { tokens, workspace: served } = contextOf(request);
  const control = tokens.control();
  const isPremium =
    caller !== undefined &&
    control !== undefined &&
    planOf(control, caller.workspace ?? served, tokens.now()) !== "free";
  return (isPremium ? premium : free)(request, response, next);
};
