import type { DashmonCapabilities } from "./dto.js";

/** The version of Dashmon's API that its documentation speaks of. */
export const apiVersion = "2026-04-05";

/** What clients can do here. @param publicUrl how they reach us; absent: they know by themselves */
export function capabilitiesAt(publicUrl: string | undefined): DashmonCapabilities {
  const base = publicUrl ?? "";
  return {
    apiVersion,
    requestIdHeader: "X-Request-Id",
    authModes: ["session", "bearer"],
    tokenPolicy: {
      hash: "sha256",
      shownOnce: true,
      accessLevels: ["read_only", "read_write"],
      expiry: true,
      premiumOnly: true,
    },
    docsUrl: `${base}/docs`,
    consoleUrl: `${base}/`,
  };
}
