import type { Logger } from "./logger.js";
import { SettingsError } from "./settings.js";

/**
 * Refuses servers with settings that lose data, unless somebody has said that it may be so.
 * @param problems one sentence each, beginning with what has to be changed
 * @throws SettingsError with every problem; only a warning with MODE=dev or UNSAFE_SERVERS_ALLOWED.
 */
export function requireSafeServers(
  problems: readonly string[],
  { MODE, UNSAFE_SERVERS_ALLOWED }: { MODE: "prod" | "dev"; UNSAFE_SERVERS_ALLOWED: boolean },
  log: Pick<Logger, "warn">,
): void {
  if (problems.length === 0) return;
  if (MODE === "prod" && !UNSAFE_SERVERS_ALLOWED) {
    throw new SettingsError([...problems, "UNSAFE_SERVERS_ALLOWED: true goes on with it"]);
  }
  log.warn({ problems }, "servers have settings that may lose data");
}
