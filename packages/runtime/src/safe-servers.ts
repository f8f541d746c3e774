import { z } from "zod";
import type { Logger } from "./logger.js";
import { SettingsError } from "./settings.js";

export const serverNames = ["nats", "clickhouse", "redis"] as const;
export type ServerName = (typeof serverNames)[number];

const flags = new Map<string, readonly ServerName[]>([
  ...["true", "1", "yes", "on"].map((text) => [text, serverNames] as const),
  ...["false", "0", "no", "off"].map((text) => [text, []] as const),
]);

/** Servers whose settings may lose data: names with commas between, `true` for all, `false` for none. */
export const allowedServers = z.string().transform((text, context): readonly ServerName[] => {
  const lower = text.toLowerCase();
  const names = flags.get(lower) ?? lower.split(",").map((name) => name.trim());
  if (names.every((name): name is ServerName => (serverNames as readonly string[]).includes(name))) return names;
  context.addIssue({ code: "custom", message: `expected true, false, or some of ${serverNames.join(", ")}` });
  return z.NEVER;
});

/**
 * Refuses servers with settings that lose data, unless somebody has said that it may be so.
 * @param problemsOf for each server one sentence each, beginning with what has to be changed
 * @throws SettingsError with every problem; only a warning with MODE=dev, or of servers in UNSAFE_SERVERS_ALLOWED.
 */
export function requireSafeServers(
  problemsOf: Partial<Record<ServerName, readonly string[]>>,
  { MODE, UNSAFE_SERVERS_ALLOWED: allowed }: { MODE: "prod" | "dev"; UNSAFE_SERVERS_ALLOWED: readonly ServerName[] },
  log: Pick<Logger, "warn">,
): void {
  const of = (names: readonly ServerName[]) => names.flatMap((name) => problemsOf[name] ?? []);
  const refused = serverNames.filter((name) => !allowed.includes(name) && of([name]).length > 0);
  if (MODE === "prod" && refused.length > 0) {
    const goesOn = `UNSAFE_SERVERS_ALLOWED: ${[...allowed, ...refused].join(",")} goes on with it`;
    throw new SettingsError([...of(refused), goesOn]);
  }
  const problems = of(serverNames);
  if (problems.length > 0) log.warn({ problems }, "servers have settings that may lose data");
}
