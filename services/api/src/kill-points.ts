import type { OpenOptions } from "@statwire/control-plane";
import { SettingsError } from "@statwire/runtime";

type AfterWrite = NonNullable<OpenOptions["afterWrite"]>;

/** The writes that a change of a document consists of, after each of which a process may end. */
export const killPoints = [
  "request",
  "claim",
  "secret",
  "document",
  "release",
  "forgotten",
] as const satisfies readonly Parameters<AfterWrite>[0][];

/**
 * For tests of kills: the process kills itself, as `kill -9` would, right after it has written this for the first time.
 * @throws SettingsError with MODE=prod.
 */
export function openKillPoint({
  MODE,
  CONFIG_KILLED_AFTER: point,
}: {
  MODE: "prod" | "dev";
  CONFIG_KILLED_AFTER?: (typeof killPoints)[number] | undefined;
}): { afterWrite?: AfterWrite } {
  if (point === undefined) return {};
  if (MODE === "prod") throw new SettingsError(["CONFIG_KILLED_AFTER: is for MODE=dev only"]);
  return {
    afterWrite: (what) => {
      if (what === point) process.kill(process.pid, "SIGKILL");
    },
  };
}
