import { isDashPadPath } from "../surfaces/dashpad/paths.js";
import { isNezhaPath } from "../surfaces/nezha/paths.js";

/**
 * The API surfaces and the paths that belong to each. Errors, limits and unknown paths are answered in the shape of
 * the surface that a path belongs to.
 */
export type Surface = (typeof surfaces)[number];

export const surfaces = ["native", "peekaping", "dashmon", "v6direct", "dashpad", "nezha"] as const;

/** Those whose originals are FastAPI applications. */
export const fastApiSurfaces: ReadonlySet<Surface> = new Set(["v6direct", "dashpad"]);

/** The surface of a path; every path has one. */
export function surfaceOf(path: string): Surface {
  if (isNezhaPath(path)) return "nezha";
  if (path === "/api/v1" || path.startsWith("/api/v1/")) return "peekaping";
  if (nativePaths.has(path) || path === "/api/v2" || path.startsWith("/api/v2/")) return "native";
  if (path === "/api" || path.startsWith("/api/") || path.startsWith("/auth/") || path === "/logout") return "dashmon";
  return isDashPadPath(path) ? "dashpad" : "v6direct";
}

const nativePaths: ReadonlySet<string> = new Set(["/livez", "/readyz"]);
